package ecpay.app.web.console.reconciliation;

import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.Difference.Action;
import ecpay.domain.reconciliation.Difference.AmountDiffers;
import ecpay.domain.reconciliation.Difference.FeeDiffers;
import ecpay.domain.reconciliation.Difference.MissingHere;
import ecpay.domain.reconciliation.Difference.MissingThere;
import ecpay.domain.reconciliation.Difference.StatusDiffers;
import ecpay.domain.reconciliation.KeptDifference.State;
import ecpay.domain.reconciliation.Report.Stage;
import ecpay.domain.reconciliation.StatementFile;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Comparisons with statement files in the words of an accountant. */
final class StatementWords {
  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

  private StatementWords() {}

  /** What a file tells of. */
  static String about(StatementFile file) {
    return switch (file) {
      case TradeNoAio -> "paid on ECPay's page";
      case QueryTradeMedia -> "paid on your page";
      case FundingReconDetail -> "cards as the bank booked them";
    };
  }

  static String of(Stage stage) {
    return switch (stage) {
      case Stage.Requested(var _, String trouble) ->
          trouble.isEmpty() ? "waiting for its file" : "no file yet";
      case Stage.Reading _ -> "being read";
      case Stage.Compared _ -> "compared";
      case Stage.GivenUp _ -> "given up";
    };
  }

  static String of(State state) {
    return switch (state) {
      case OPEN -> "open";
      case APPLIED -> "done";
      case SETTLED -> "gone by itself";
    };
  }

  /** What does not agree. */
  static String of(Difference difference) {
    return switch (difference) {
      case MissingHere _ -> "Paid at ECPay, not paid here";
      case MissingThere missing ->
          missing.here() < 0
              ? "Given back here, not in ECPay's file"
              : "Paid here, not in ECPay's file";
      case AmountDiffers _ -> "Another amount";
      case FeeDiffers _ -> "Another fee";
      case StatusDiffers status ->
          switch (status.status()) {
            case REFUNDED_THERE -> "More given back at ECPay than here";
            case UNPAID_THERE -> "Paid here, unpaid at ECPay";
            case FAILED_THERE -> "Paid here, failed at ECPay";
            case SECOND_PAYMENT -> "The order was paid twice";
          };
    };
  }

  /** What the button says. */
  static String deed(Action action) {
    return switch (action) {
      case ASK_ECPAY -> "Ask ECPay now";
      case BOOK_FEE -> "Book the billed fee";
      case LOOK_AT_ECPAY -> "Looked up and put right";
      case REFUND_SECOND_PAYMENT -> "Given back";
      case WAIT_FOR_NEXT_FILE -> "Has it come?";
    };
  }

  /** An amount as the page sends it back; empty when it is none. */
  static Optional<BigDecimal> amount(String digits) {
    return AMOUNT.matcher(digits).matches()
        ? Optional.of(new BigDecimal(digits))
        : Optional.empty();
  }
}
