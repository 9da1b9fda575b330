package ecpay.app.web.console;

import ecpay.domain.refund.Refund;
import java.util.List;

/** What waits for a person. */
public record TasksPage(OrderTable table) {
  static TasksPage of(List<Refund> tasks) {
    return new TasksPage(RefundTables.tasks(tasks));
  }
}
