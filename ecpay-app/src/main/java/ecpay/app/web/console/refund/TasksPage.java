package ecpay.app.web.console.refund;

import ecpay.app.web.console.Table;
import ecpay.domain.refund.Refund;
import java.util.List;

/** What waits for a person. */
public record TasksPage(Table table) {
  static TasksPage of(List<Refund> tasks) {
    return new TasksPage(RefundTables.tasks(tasks));
  }
}
