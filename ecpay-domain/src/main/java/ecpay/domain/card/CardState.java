package ecpay.domain.card;

import java.util.Arrays;
import java.util.Locale;

/** How an authorisation, or one capture or refund of it, stands at ECPay. */
public enum CardState {
  AUTHORIZED("authorized", "已授權"),
  /** Its capture is asked for; the bank books it later. */
  TO_BE_CAPTURED("tobecaptured", "tobesettled", "要關帳"),
  CAPTURED("captured", "settled", "closed", "已關帳"),
  /** The bank said no. */
  UNAUTHORIZED("unauthorized", "未授權"),
  /** The authorisation is released: no money was taken. */
  CANCELED("canceled", "cancelled", "已取消"),
  /** The bank refused to book it. */
  REFUSED("refused", "refusedbybank", "銀行拒絕"),
  SETTLING("settling", "capturing", "關帳中"),
  TO_BE_CANCELED("tobecanceled", "tobecancelled", "要取消"),
  CANCELLATION_IN_PROCESS("cancellationinprocess", "canceling", "取消中"),
  /** A capture was taken back before the bank booked it. */
  OPERATION_CANCELLED("operationcancelled", "operationcanceled", "操作取消"),
  /** A word that is not in the reference; nothing is done with such a card. */
  UNKNOWN;

  private final String words;

  CardState(String... words) {
    this.words = "," + String.join(",", words) + ",";
  }

  /** The state of ECPay's English or Chinese word, whatever its case and spacing (U-06). */
  public static CardState of(String text) {
    String word = text.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(state -> !word.isEmpty() && state.words.contains("," + word + ","))
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** Whether a capture or refund in that state counts, booked or still to be booked. */
  boolean counts() {
    return switch (this) {
      case TO_BE_CAPTURED, CAPTURED, SETTLING, AUTHORIZED -> true;
      case UNAUTHORIZED,
          CANCELED,
          REFUSED,
          TO_BE_CANCELED,
          CANCELLATION_IN_PROCESS,
          OPERATION_CANCELLED ->
          false;
      case UNKNOWN -> true;
    };
  }
}
