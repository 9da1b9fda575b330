package ecpay.domain.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.BooksContract;
import ecpay.domain.Race;
import ecpay.domain.Samples;
import ecpay.domain.inbox.Inbox.Meaning;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class InboxContract extends BooksContract {
  private static final Meaning PAID =
      new Meaning(Samples.SHOP, "CB-01", "TRADE0001", "1", "2611211205061234");

  @Test
  void aNoticeIsNewTheFirstTimeAndKnownEverAfterWhateverItsTextIs() {
    assertThat(keep(PAID, "RtnMsg=交易成功")).isTrue();
    assertThat(keep(PAID, "RtnMsg=paid")).isFalse();
    assertThat(keep(PAID, "RtnMsg=交易成功")).isFalse();
  }

  @Test
  void noticesThatDifferInAnyPartOfTheirMeaningAreAllNew() {
    assertThat(keep(PAID, "")).isTrue();
    assertThat(
            keep(
                new Meaning(new MerchantId("other"), "CB-01", "TRADE0001", "1", "2611211205061234"),
                ""))
        .isTrue();
    assertThat(keep(new Meaning(Samples.SHOP, "CB-02", "TRADE0001", "1", "2611211205061234"), ""))
        .isTrue();
    assertThat(keep(new Meaning(Samples.SHOP, "CB-01", "TRADE0002", "1", "2611211205061234"), ""))
        .isTrue();
    assertThat(keep(new Meaning(Samples.SHOP, "CB-01", "TRADE0001", "2", "2611211205061234"), ""))
        .isTrue();
    assertThat(keep(new Meaning(Samples.SHOP, "CB-01", "TRADE0001", "1", ""), "")).isTrue();
  }

  @Test
  void whetherANoticeOfThatVeryMeaningWasKeptIsKnown() {
    assertThat(isKept(PAID)).isFalse();
    keep(PAID, "body");
    assertThat(isKept(PAID)).isTrue();
    assertThat(
            isKept(
                new Meaning(
                    PAID.merchant(), PAID.callback(), PAID.subject(), "2", PAID.ecpayNumber())))
        .isFalse();
  }

  private boolean isKept(Meaning meaning) {
    return inTransaction(() -> books.inbox().isKept(meaning));
  }

  @Test
  void aNoticeWhoseTransactionFailedIsNewAgain() {
    assertThatThrownBy(() ->
            books
                .transactions()
                .run(() -> {
                  books.inbox().keep(PAID, new byte[0], Samples.NOW);
                  throw new IllegalArgumentException("trouble");
                }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(keep(PAID, "")).isTrue();
  }

  @Test
  void ofManyThatKeepTheSameNoticeAtOnceExactlyOneIsToldThatItIsNew() throws Exception {
    List<Boolean> isNew = Race.of(16, () -> keep(PAID, "body"));

    assertThat(isNew).containsOnlyOnce(true).hasSize(16);
  }

  @Test
  void aNoticeIsKeptInsideATransactionOnly() {
    assertThatIllegalStateException()
        .isThrownBy(() -> books.inbox().keep(PAID, new byte[0], Samples.NOW));
  }

  @Test
  void aRefusedNoticeDoesNotMakeTheRealOneAnOldOne() {
    books.transactions().run(this::keepRefused);

    assertThat(keep(PAID, "")).isTrue();
  }

  @Rule("R-CBK-05")
  @Test
  void equalRefusedNoticesAreKeptOnceAsTheLatest() {
    refuse(Samples.SHOP, "CB-01", "not signed", "a", 1);
    refuse(Samples.SHOP, "CB-01", "not signed", "b", 2);
    refuse(Samples.SHOP, "CB-01", "not signed", "a", 3);
    assertThat(secondsOfRefused()).containsExactly(2L, 3L);
    refuse(Samples.SHOP, "CB-02", "not signed", "a", 4);
    refuse(Samples.SHOP, "CB-01", "unknown", "a", 5);
    refuse(new MerchantId("other"), "CB-01", "not signed", "a", 6);
    assertThat(secondsOfRefused()).containsExactly(2L, 3L, 4L, 5L, 6L);
  }

  @Rule("R-CBK-05")
  @Test
  void ofALongRefusedNoticeTheBeginningIsKeptAndItsEndTellsItFromOthers() {
    refuse(Samples.SHOP, "CB-01", "not signed", "x".repeat(5000), 1);
    refuse(Samples.SHOP, "CB-01", "not signed", "x".repeat(5000) + "y", 2);
    assertThat(books.refusedNotices())
        .extracting(RefusedNotice::bodyLength)
        .containsExactly(4096, 4096);
  }

  @Rule("R-CBK-05")
  @Test
  void aThousandRefusedNoticesOfEachMerchantAreKeptTheNewest() {
    refuse(new MerchantId("other"), "CB-01", "not signed", "kept", 0);
    books
        .transactions()
        .run(() -> {
          for (int second = 1; second <= 1002; second++) {
            keepRefused(Samples.SHOP, "CB-01", "not signed", "body " + second, second);
          }
        });
    assertThat(secondsOfRefused()).hasSize(1001).startsWith(0L, 3L, 4L).endsWith(1002L);
  }

  private void refuse(
      MerchantId merchant, String callback, String reason, String body, int second) {
    books.transactions().run(() -> keepRefused(merchant, callback, reason, body, second));
  }

  private void keepRefused(
      MerchantId merchant, String callback, String reason, String body, int second) {
    Instant at = Samples.NOW.plusSeconds(second);
    books.inbox().keepRefused(merchant, callback, reason, body.getBytes(UTF_8), at);
  }

  private List<Long> secondsOfRefused() {
    return books.refusedNotices().stream()
        .map(notice -> Duration.between(Samples.NOW, notice.at()).toSeconds())
        .toList();
  }

  @Test
  void aRefusedNoticeIsKeptInsideATransactionOnly() {
    assertThatIllegalStateException().isThrownBy(this::keepRefused);
  }

  private void keepRefused() {
    books.inbox().keepRefused(Samples.SHOP, "CB-01", "not authentic", new byte[9], Samples.NOW);
  }

  private boolean keep(Meaning meaning, String body) {
    return inTransaction(() -> books.inbox().keep(meaning, body.getBytes(UTF_8), Samples.NOW));
  }
}
