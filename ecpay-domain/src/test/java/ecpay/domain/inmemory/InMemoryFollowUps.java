package ecpay.domain.inmemory;

import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class InMemoryFollowUps implements FollowUps {
  final Table<FollowUp, Due> table;

  InMemoryFollowUps(InMemoryBooks books) {
    this.table = new Table<>(books, List.of());
  }

  @Override
  public void schedule(FollowUp followUp, Instant due) {
    if (!table.addNew(followUp, new Due(followUp, due))) {
      table
          .find(followUp)
          .filter(known -> known.at.isAfter(due))
          .ifPresent(_ -> table.replace(followUp, new Due(followUp, due)));
    }
  }

  @Override
  public void scheduleUnlessThere(FollowUp followUp, Instant due) {
    table.addNew(followUp, new Due(followUp, due));
  }

  Map<FollowUp, Instant> scheduled() {
    Map<FollowUp, Instant> schedule = new LinkedHashMap<>();
    table.where(_ -> true).forEach(due -> schedule.put(due.followUp, due.at));
    return schedule;
  }

  void take(FollowUp followUp) {
    table.remove(followUp);
  }

  record Due(FollowUp followUp, Instant at) {}
}
