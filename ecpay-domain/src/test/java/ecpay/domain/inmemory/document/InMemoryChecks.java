package ecpay.domain.inmemory.document;

import ecpay.domain.check.Checked;
import ecpay.domain.check.Checks;
import ecpay.domain.check.Subject;
import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import java.util.List;
import java.util.Optional;

public final class InMemoryChecks implements Checks {
  private final Table<Subject, Checked> table;

  public InMemoryChecks(Tables tables) {
    this.table = tables.table(List.of());
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
