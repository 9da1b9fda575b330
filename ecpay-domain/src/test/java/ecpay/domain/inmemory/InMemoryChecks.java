package ecpay.domain.inmemory;

import ecpay.domain.check.Checked;
import ecpay.domain.check.Checks;
import ecpay.domain.check.Subject;
import java.util.List;
import java.util.Optional;

final class InMemoryChecks implements Checks {
  final Table<Subject, Checked> table;

  InMemoryChecks(InMemoryBooks books) {
    this.table = new Table<>(books, List.of());
  }

  @Override
  public Optional<Checked> find(Subject subject) {
    return table.find(subject);
  }

  @Override
  public void keep(Checked checked) {
    if (!table.addNew(checked.subject(), checked)) {
      table.replace(checked.subject(), checked);
    }
    table
        .where(kept -> !kept.equals(checked) && !kept.isFreshAt(checked.at()))
        .forEach(old -> table.remove(old.subject()));
  }
}
