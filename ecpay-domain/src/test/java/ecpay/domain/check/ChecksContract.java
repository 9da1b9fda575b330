package ecpay.domain.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.Books;
import ecpay.domain.BooksContract;
import ecpay.domain.Race;
import ecpay.domain.Samples;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.LoveCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class ChecksContract extends BooksContract {
  private static final Subject BARCODE = barcode("/ABC.+-1");
  private static final Subject CHARITY = new Subject.Donation(new LoveCode("001"));
  private static final Subject COMPANY = new Subject.Business(new CompanyNumber("04595257"));

  /** The checks of these books. */
  protected abstract Checks checksOf(Books books);

  @Test
  void whatWasFoundOutIsKeptWithItsTime() {
    List<Checked> answers =
        List.of(
            new Checked(BARCODE, new Finding.Exists(""), Samples.NOW),
            new Checked(barcode("/ABC.+-2"), new Finding.DoesNotExist(), Samples.NOW),
            new Checked(CHARITY, new Finding.Exists("財團法人「甲」's 𠮷"), Samples.NOW),
            new Checked(COMPANY, new Finding.NothingKnown(), Samples.NOW),
            new Checked(
                new Subject.Donation(new LoveCode("0001")),
                new Finding.Unavailable("10000010", "財政部維護中"),
                Samples.NOW));
    answers.forEach(this::keep);

    assertThat(answers)
        .allSatisfy(answer -> assertThat(checks().find(answer.subject())).contains(answer));
    assertThat(checks().find(barcode("/ABC.+-3"))).isEmpty();
  }

  @Test
  void aLaterAnswerTakesThePlaceOfTheOneBefore() {
    keep(new Checked(COMPANY, new Finding.NothingKnown(), Samples.NOW));
    Checked later = new Checked(COMPANY, new Finding.Exists("小書店"), Samples.NOW.plusSeconds(1));

    keep(later);

    assertThat(checks().find(COMPANY)).contains(later);
  }

  @Test
  void whatIsNoLongerFreshIsRemovedBySoManyWrites() {
    Instant longAgo = Samples.NOW.minus(Duration.ofDays(31));
    keep(new Checked(BARCODE, new Finding.Exists(""), longAgo));
    keep(new Checked(CHARITY, new Finding.DoesNotExist(), longAgo));
    keep(new Checked(COMPANY, new Finding.Exists("小書店"), longAgo));
    Checked fresh = new Checked(barcode("/ABC.+-2"), new Finding.Exists(""), Samples.NOW);

    keep(fresh);
    keep(new Checked(barcode("/ABC.+-3"), new Finding.DoesNotExist(), Samples.NOW));

    assertThat(checks().find(BARCODE)).isEmpty();
    assertThat(checks().find(CHARITY)).isEmpty();
    assertThat(checks().find(COMPANY)).isEmpty();
    assertThat(checks().find(fresh.subject())).contains(fresh);
  }

  @Test
  void whatIsStillFreshIsNotRemoved() {
    Checked almostOld =
        new Checked(
            CHARITY, new Finding.Exists("甲"), Samples.NOW.minus(Duration.ofDays(7)).plusSeconds(1));
    keep(almostOld);

    keep(new Checked(BARCODE, new Finding.Exists(""), Samples.NOW));
    keep(new Checked(COMPANY, new Finding.NothingKnown(), Samples.NOW));

    assertThat(checks().find(CHARITY)).contains(almostOld);
  }

  @Test
  void anAnswerIsKeptInsideATransactionOnlyAndUndoneWithIt() {
    Checked answer = new Checked(BARCODE, new Finding.Exists(""), Samples.NOW);

    assertThatIllegalStateException().isThrownBy(() -> checks().keep(answer));
    assertThatIllegalStateException()
        .isThrownBy(() ->
            books
                .transactions()
                .run(() -> {
                  checks().keep(answer);
                  throw new IllegalStateException("undone");
                }))
        .withMessage("undone");

    assertThat(checks().find(BARCODE)).isEmpty();
  }

  @Test
  void ofSeveralWhoKeepTheSameAtOnceNobodyFails() throws Exception {
    Instant longAgo = Samples.NOW.minus(Duration.ofDays(31));
    keep(new Checked(CHARITY, new Finding.Exists("甲"), longAgo));
    Checked answer = new Checked(BARCODE, new Finding.Exists(""), Samples.NOW);

    Race.of(
        6,
        () ->
            inTransaction(() -> {
              checks().keep(answer);
              return answer;
            }));

    assertThat(checks().find(BARCODE)).contains(answer);
  }

  private Checks checks() {
    return checksOf(books);
  }

  private void keep(Checked checked) {
    books.transactions().run(() -> checks().keep(checked));
  }

  private static Subject barcode(String code) {
    return new Subject.Barcode(new Carrier.MobileBarcode(code));
  }
}
