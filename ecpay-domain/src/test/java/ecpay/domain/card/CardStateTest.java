package ecpay.domain.card;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.card.CardTrade.CloseRecord;
import ecpay.domain.money.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ECPay's words for a card, in both languages (U-06). */
class CardStateTest {
  @ParameterizedTest
  @CsvSource({
    "Authorized, AUTHORIZED",
    "已授權, AUTHORIZED",
    "To be captured, TO_BE_CAPTURED",
    "to_be_captured, TO_BE_CAPTURED",
    "ToBeSettled, TO_BE_CAPTURED",
    "要關帳, TO_BE_CAPTURED",
    "Captured, CAPTURED",
    "settled, CAPTURED",
    "已關帳, CAPTURED",
    "Unauthorized, UNAUTHORIZED",
    "未授權, UNAUTHORIZED",
    "Canceled, CANCELED",
    "CANCELLED, CANCELED",
    "已取消, CANCELED",
    "Refused by bank, REFUSED",
    "銀行拒絕, REFUSED",
    "Settling, SETTLING",
    "關帳中, SETTLING",
    "To be canceled, TO_BE_CANCELED",
    "要取消, TO_BE_CANCELED",
    "Cancellation in process, CANCELLATION_IN_PROCESS",
    "取消中, CANCELLATION_IN_PROCESS",
    "Operation cancelled, OPERATION_CANCELLED",
    "操作取消, OPERATION_CANCELLED",
    "bank reclaimed, UNKNOWN",
    "'', UNKNOWN",
    "',', UNKNOWN"
  })
  void bothLanguagesAreUnderstoodWhateverTheirSpelling(String word, CardState state) {
    assertThat(CardState.of(word)).isEqualTo(state);
  }

  private static CardTrade trade(String word, CloseRecord... closes) {
    return CardTrade.told(word, Money.of(1000), Money.ZERO, Optional.empty(), List.of(closes));
  }

  private static CardTrade captured(CloseRecord... closes) {
    Money whole = Money.of(1000);
    return CardTrade.told("Captured", whole, whole, Optional.empty(), List.of(closes));
  }

  private static CloseRecord close(CardState state, long amount) {
    return new CloseRecord(state, "1", amount, Optional.empty());
  }

  @Test
  void anUnknownWordIsKept() {
    assertThat(trade("bank reclaiming").word()).isEqualTo("bank reclaiming");
  }

  @Test
  void aCaptureUnderWayTellsMoreThanTheAuthorisation() {
    assertThat(trade("Authorized", close(CardState.TO_BE_CAPTURED, 1000)).state())
        .isEqualTo(CardState.TO_BE_CAPTURED);
    assertThat(trade("Authorized", close(CardState.OPERATION_CANCELLED, 1000)).state())
        .isEqualTo(CardState.AUTHORIZED);
  }

  @Test
  void refundsCountUnlessTheBankRefusedThem() {
    CardTrade trade =
        trade(
            "Captured",
            close(CardState.CAPTURED, 1000),
            close(CardState.TO_BE_CAPTURED, -300),
            close(CardState.REFUSED, -200));
    assertThat(trade.refunded()).isEqualTo(Money.of(300));
    assertThat(trade.left()).isEqualTo(Money.of(700));
  }

  @Test
  void whatIsMissingOfACaptureHasGoneBackWhereNoRecordTellsOfIt() {
    List<CloseRecord> none = List.of();
    CardTrade net =
        CardTrade.told("Captured", Money.of(1000), Money.of(700), Optional.empty(), none);
    assertThat(net.refunded()).isEqualTo(Money.of(300));
    assertThat(net.left()).isEqualTo(Money.of(700));
    assertThat(trade("Captured").refunded()).isEqualTo(Money.ZERO);
    assertThat(net.isUnderstood()).isTrue();
    assertThat(captured(close(CardState.CAPTURED, 1000)).isUnderstood()).isTrue();
    assertThat(
            captured(close(CardState.CAPTURED, 1000), close(CardState.CAPTURED, 300))
                .isUnderstood())
        .isFalse();
    assertThat(trade("Captured").isUnderstood()).isFalse();
    assertThat(trade("To be captured").isUnderstood()).isTrue();
  }

  @Test
  void nothingIsLeftOfACardThatIsCanceled() {
    assertThat(trade("Canceled").left()).isEqualTo(Money.ZERO);
  }
}
