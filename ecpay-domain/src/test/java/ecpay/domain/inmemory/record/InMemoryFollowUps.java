package ecpay.domain.inmemory.record;

import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class InMemoryFollowUps implements FollowUps {
  private final Table<FollowUp, Due> table;

  public InMemoryFollowUps(Tables tables) {
    this.table = tables.table(List.of());
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

  /** What is scheduled, and when it is due. */
  public Map<FollowUp, Instant> scheduled() {
    Map<FollowUp, Instant> schedule = new LinkedHashMap<>();
    table.where(_ -> true).forEach(due -> schedule.put(due.followUp, due.at));
    return schedule;
  }

  /** Takes a follow-up off the schedule, as whoever runs it does. */
  public void take(FollowUp followUp) {
    table.remove(followUp);
  }

  private record Due(FollowUp followUp, Instant at) {}
}
