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
