package ecpay.domain.allowance;

import static ecpay.domain.allowance.AllowanceStates.ALL;
import static ecpay.domain.allowance.AllowanceStates.NOW;
import static ecpay.domain.allowance.AllowanceStates.NUMBER;
import static ecpay.domain.allowance.AllowanceStates.SENT;
import static ecpay.domain.allowance.AllowanceStates.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.AllowanceSamples;
import ecpay.domain.Samples;
import ecpay.domain.allowance.AllowanceGateway.ListedAllowance;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.AllowanceItem;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every sample allowance is of 350 TWD, online, asked for at the sample's time. */
class StrangersTest {
  private static ListedAllowance listed(long twd, Instant at) {
    return new ListedAllowance(NUMBER, at, Money.of(twd), false);
  }

  private static Allowance lost(long twd, Consent consent) {
    AllowanceDocument sample = AllowanceSamples.allowanceDocument(consent);
    AllowanceItem book = sample.items().getFirst();
    AllowanceItem priced =
        new AllowanceItem(
            1,
            book.name(),
            Quantity.of(1),
            book.unit(),
            UnitPrice.of(twd),
            book.tax(),
            BigDecimal.valueOf(twd));
    return Allowance.request(
            new Allowance.Draft(
                new AllowanceId("ALLOWANCE0002"),
                Samples.SHOP,
                Samples.ORDER,
                new AllowanceReference("return-2"),
                new AllowanceDocument(
                    sample.invoice(),
                    consent,
                    sample.customerName(),
                    Money.of(twd),
                    List.of(priced)),
                List.of(new Part(1, BigDecimal.ONE, Money.of(twd))),
                NOW))
        .sending(NOW);
  }

  @Rule("R-PAY-13")
  @Test
  void lostAreThoseThatLeftAndWhoseEndIsNotKnown() {
    List<ListedAllowance> found = List.of(listed(350, NOW));
    assertThat(Strangers.among(found, ALL)).isEqualTo(new Strangers(found, List.of(SENT, UNKNOWN)));
  }

  @Rule("R-ALW-22")
  @Test
  void oneIsRecognisedByItsAmountAndATimeThatOurClockAllows() {
    Instant earliest = NOW.minus(Allowance.CLOCK_DEVIATION);
    ListedAllowance justInTime = listed(350, earliest);
    Strangers strangers =
        new Strangers(
            List.of(justInTime, listed(350, earliest.minusNanos(1)), listed(351, NOW)),
            List.of(UNKNOWN));
    assertThat(strangers.of(UNKNOWN)).containsExactly(justInTime);
  }

  @Rule("R-ALW-22")
  @Test
  void whatNoneOfOursCanBeIsForeign() {
    assertThat(new Strangers(List.of(listed(350, NOW)), List.of(UNKNOWN)).anyIsForeign()).isFalse();
    assertThat(
            new Strangers(List.of(listed(350, NOW), listed(200, NOW)), List.of(UNKNOWN))
                .anyIsForeign())
        .isTrue();
    assertThat(new Strangers(List.of(listed(350, NOW)), List.of()).anyIsForeign()).isTrue();
    assertThat(new Strangers(List.of(), List.of(UNKNOWN)).anyIsForeign()).isFalse();
  }

  @Rule("R-ALW-22")
  @Test
  void rivalsAreThoseThatCouldBeTheSameOne() {
    Allowance cheaper = lost(200, Samples.onlineConsent());
    Allowance twin = lost(350, Samples.paperConsent());
    Strangers strangers =
        new Strangers(List.of(listed(350, NOW), listed(200, NOW)), List.of(UNKNOWN, cheaper, twin));
    assertThat(strangers.rivals(UNKNOWN)).containsExactly(UNKNOWN, twin);
    assertThat(strangers.rivals(cheaper)).containsExactly(cheaper);
  }

  @Rule("R-ALW-22")
  @Test
  void alikeAreThoseThatTakeTheSameBackInTheSameWay() {
    Allowance online = lost(350, Samples.onlineConsent());
    Allowance onPaper = lost(350, Samples.paperConsent());
    assertThat(Strangers.areAlike(online, UNKNOWN)).isTrue();
    assertThat(Strangers.areAlike(onPaper, lost(350, Samples.paperConsent()))).isTrue();
    assertThat(Strangers.areAlike(online, onPaper)).isFalse();
    assertThat(Strangers.areAlike(online, lost(200, Samples.onlineConsent()))).isFalse();
  }
}
