package ecpay.app.reading;

import ecpay.domain.payment.PaymentId;
import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.Difference.Action;
import ecpay.domain.reconciliation.KeptDifference;
import java.math.BigDecimal;

/** What is typed in a shell to do what a difference suggests. */
public final class ApplyingCommand {
  private ApplyingCommand() {}

  /**
   * The command of one that is open; {@code --there} keeps it from acting on what was not shown,
   * and the note is to be written anew by whoever looked.
   */
  public static String of(KeptDifference kept) {
    Difference difference = kept.difference();
    String apply =
        "./ecpay reconcile apply "
            + kept.id()
            + difference.thereTwd().map(ApplyingCommand::shown).orElse("")
            + (difference.action().isByHand()
                ? " --note \"" + note(difference.action()) + "\""
                : "");
    return difference.action() == Action.REFUND_SECOND_PAYMENT
        ? difference.about().payment().map(ApplyingCommand::refund).orElse("") + apply
        : apply;
  }

  private static String shown(BigDecimal there) {
    return " --there=" + there.toPlainString();
  }

  private static String note(Action action) {
    return action == Action.REFUND_SECOND_PAYMENT
        ? "refund of the second payment requested"
        : "what was found and done";
  }

  /** The reference is one of the payment, so that a repeat gives nothing back again. */
  private static String refund(PaymentId payment) {
    return "echo '{\"reference\": \"second-"
        + payment
        + "\", \"everything\": true}' | ./ecpay refund payment "
        + payment
        + " && ";
  }
}
