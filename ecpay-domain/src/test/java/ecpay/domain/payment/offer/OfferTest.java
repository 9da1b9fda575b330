package ecpay.domain.payment.offer;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be offered together, and how long, and to whom. */
class OfferTest {
  private static final PeriodicTerms MONTHLY = new PeriodicTerms(PeriodicTerms.Unit.MONTH, 1, 12);

  private static List<String> broken(Channel channel, CardOffer card, PaymentMethod... methods) {
    return broken(channel, card, CodeLife.DEFAULT, Optional.empty(), methods);
  }

  private static List<String> broken(
      Channel channel,
      CardOffer card,
      CodeLife codes,
      Optional<String> brand,
      PaymentMethod... methods) {
    return Broken.rules(() -> new Offer(channel, Set.of(methods), card, codes, brand));
  }

  private static CardOffer instalments(Integer... counts) {
    return new CardOffer(Set.of(counts), false, Optional.empty(), Optional.empty());
  }

  private static CardOffer bonus() {
    return new CardOffer(Set.of(), true, Optional.empty(), Optional.empty());
  }

  private static CardOffer periodic() {
    return new CardOffer(Set.of(), false, Optional.of(MONTHLY), Optional.empty());
  }

  private static CardOffer remembering() {
    return new CardOffer(Set.of(), false, Optional.empty(), Optional.of(new MemberId("m-1")));
  }

  @Rule("R-ORD-14")
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, ''", "60, 43200, 30, ''",
    "0, 1, 1, R-ORD-14 atmDays", "61, 1, 1, R-ORD-14 atmDays",
    "1, 0, 1, R-ORD-14 cvsMinutes", "1, 43201, 1, R-ORD-14 cvsMinutes",
    "1, 1, 0, R-ORD-14 barcodeDays", "1, 1, 31, R-ORD-14 barcodeDays",
  })
  void aCodeLivesAsLongAsEcpayAllows(int atm, int cvs, int barcode, String rule) {
    assertThat(String.join("", Broken.rules(() -> new CodeLife(atm, cvs, barcode))))
        .isEqualTo(rule);
  }

  @Rule("R-ORD-14")
  @Test
  void onEcpaysPageTwoKindsOfStoreCodesCannotHaveLivesOfTheirOwn() {
    CodeLife brief = new CodeLife(3, 60, 7);
    PaymentMethod[] both = {PaymentMethod.CVS_CODE, PaymentMethod.CVS_BARCODE};
    assertThat(broken(Channel.HOSTED, CardOffer.PLAIN, brief, Optional.empty(), both))
        .containsExactly("R-ORD-14 expiry");
    assertThat(broken(Channel.HOSTED, CardOffer.PLAIN, both)).isEmpty();
    assertThat(broken(Channel.EMBEDDED, CardOffer.PLAIN, brief, Optional.empty(), both)).isEmpty();
    assertThat(
            broken(
                Channel.HOSTED,
                CardOffer.PLAIN,
                brief,
                Optional.empty(),
                PaymentMethod.CVS_CODE,
                PaymentMethod.ATM))
        .isEmpty();
  }

  @Rule("R-ORD-15")
  @ParameterizedTest
  @CsvSource({
    "DAY, 1, 2, ''",
    "DAY, 365, 999, ''",
    "MONTH, 12, 999, ''",
    "YEAR, 1, 99, ''",
    "DAY, 0, 2, R-ORD-15 frequency",
    "DAY, 366, 2, R-ORD-15 frequency",
    "MONTH, 13, 2, R-ORD-15 frequency",
    "YEAR, 2, 2, R-ORD-15 frequency",
    "DAY, 1, 1, R-ORD-15 times",
    "DAY, 1, 1000, R-ORD-15 times",
    "MONTH, 1, 1000, R-ORD-15 times",
    "YEAR, 1, 1, R-ORD-15 times",
    "YEAR, 1, 100, R-ORD-15 times",
  })
  void aContractIsChargedAsOftenAsEcpayAllows(
      PeriodicTerms.Unit unit, int frequency, int times, String rule) {
    assertThat(String.join("", Broken.rules(() -> new PeriodicTerms(unit, frequency, times))))
        .isEqualTo(rule);
  }

  @Rule("R-ORD-16")
  @Test
  void periodsInstalmentsAndBonusPointsExcludeEachOther() {
    assertThat(
            Broken.rules(
                () -> new CardOffer(Set.of(), true, Optional.of(MONTHLY), Optional.empty())))
        .containsExactly("R-ORD-16 bonusPoints");
    CardOffer both = new CardOffer(Set.of(3), true, Optional.empty(), Optional.empty());
    CardOffer inParts = new CardOffer(Set.of(3), false, Optional.of(MONTHLY), Optional.empty());
    for (Channel channel : Channel.values()) {
      assertThat(broken(channel, both, PaymentMethod.CARD, PaymentMethod.INSTALMENTS))
          .containsExactly("R-ORD-16 bonusPoints");
      assertThat(broken(channel, bonus(), PaymentMethod.CARD, PaymentMethod.FLEXIBLE_INSTALMENTS))
          .containsExactly("R-ORD-16 bonusPoints");
      assertThat(broken(channel, inParts, PaymentMethod.CARD, PaymentMethod.INSTALMENTS))
          .containsExactly("R-ORD-16 periodic");
      assertThat(broken(channel, periodic(), PaymentMethod.CARD)).isEmpty();
      assertThat(broken(channel, bonus(), PaymentMethod.CARD)).isEmpty();
    }
  }

  @Rule("R-ORD-16")
  @Test
  void unionPayAllowsNeitherPeriodsNorInstalments() {
    for (Channel channel : Channel.values()) {
      assertThat(broken(channel, CardOffer.PLAIN, PaymentMethod.UNION_PAY)).isEmpty();
      assertThat(broken(channel, periodic(), PaymentMethod.UNION_PAY))
          .containsExactly("R-ORD-16 periodic");
      assertThat(
              broken(channel, instalments(3), PaymentMethod.UNION_PAY, PaymentMethod.INSTALMENTS))
          .contains("R-ORD-16 methods");
    }
    assertThat(
            broken(Channel.EMBEDDED, CardOffer.PLAIN, PaymentMethod.UNION_PAY, PaymentMethod.CARD))
        .isEmpty();
    assertThat(broken(Channel.HOSTED, CardOffer.PLAIN, PaymentMethod.UNION_PAY, PaymentMethod.CARD))
        .containsExactly("R-ORD-16 methods");
  }

  @Rule("R-ORD-16")
  @ParameterizedTest
  @ValueSource(ints = {3, 5, 6, 8, 9, 10, 12, 18, 24})
  void instalmentsAreThoseThatEcpayKnows(int count) {
    assertThat(broken(Channel.EMBEDDED, instalments(count), PaymentMethod.INSTALMENTS)).isEmpty();
    assertThat(broken(Channel.HOSTED, instalments(count), PaymentMethod.INSTALMENTS)).isEmpty();
  }

  @Rule("R-ORD-16")
  @ParameterizedTest
  @ValueSource(ints = {-3, 0, 1, 2, 4, 7, 11, 30, 36})
  void otherNumbersOfInstalmentsAreRefused(int count) {
    assertThat(Broken.rules(() -> instalments(count))).containsExactly("R-ORD-16 instalments");
  }

  @Rule("R-ORD-16")
  @Test
  void theNumbersAndTheMethodBelongTogether() {
    assertThat(broken(Channel.EMBEDDED, instalments(3), PaymentMethod.CARD))
        .containsExactly("R-ORD-16 instalments");
    assertThat(broken(Channel.EMBEDDED, CardOffer.PLAIN, PaymentMethod.INSTALMENTS))
        .containsExactly("R-ORD-16 instalments");
  }

  @Rule("R-ORD-16")
  @Test
  void onEcpaysPageTheNumbersFitIntoTwentyCharacters() {
    // 3,5,6,8,9,10,12,18 has 18 characters, with ,24 it has 21.
    assertThat(
            broken(
                Channel.HOSTED, instalments(3, 5, 6, 8, 9, 10, 12, 18), PaymentMethod.INSTALMENTS))
        .isEmpty();
    CardOffer all = instalments(3, 5, 6, 8, 9, 10, 12, 18, 24);
    assertThat(broken(Channel.HOSTED, all, PaymentMethod.INSTALMENTS))
        .containsExactly("R-ORD-16 instalments");
    assertThat(broken(Channel.EMBEDDED, all, PaymentMethod.INSTALMENTS)).isEmpty();
  }

  @Rule({"R-ORD-16", "R-ORD-17"})
  @Test
  void whatBelongsToACardNeedsOne() {
    assertThat(broken(Channel.EMBEDDED, bonus(), PaymentMethod.ATM))
        .containsExactly("R-ORD-16 bonusPoints");
    assertThat(broken(Channel.EMBEDDED, remembering(), PaymentMethod.ATM))
        .containsExactly("R-ORD-17 remember");
    assertThat(broken(Channel.EMBEDDED, remembering(), PaymentMethod.CARD)).isEmpty();
    assertThat(Broken.rules(() -> new MemberId("member 7"))).containsExactly("R-ORD-17");
    assertThat(Broken.rules(() -> new MemberId("m".repeat(21)))).containsExactly("R-ORD-17");
  }

  @Rule("R-PAY-01")
  @Test
  void aBankOrStoreIsForOneMethodAlone() {
    Optional<String> brand = Optional.of("FIRST");
    assertThat(broken(Channel.HOSTED, CardOffer.PLAIN, CodeLife.DEFAULT, brand, PaymentMethod.ATM))
        .isEmpty();
    assertThat(
            broken(
                Channel.HOSTED,
                CardOffer.PLAIN,
                CodeLife.DEFAULT,
                brand,
                PaymentMethod.ATM,
                PaymentMethod.WEB_ATM))
        .containsExactly("R-PAY-01 brand");
    assertThat(
            broken(
                Channel.HOSTED,
                CardOffer.PLAIN,
                CodeLife.DEFAULT,
                Optional.of("FIRST BANK"),
                PaymentMethod.ATM))
        .containsExactly("R-PAY-01 brand");
  }

  @Rule("R-PAY-01")
  @ParameterizedTest
  @EnumSource
  void ecpaysPageHasEveryMethodAndItsFormOnlySome(PaymentMethod method) {
    CardOffer card = method == PaymentMethod.INSTALMENTS ? instalments(3) : CardOffer.PLAIN;
    assertThat(broken(Channel.HOSTED, card, method)).isEmpty();
    assertThat(broken(Channel.EMBEDDED, card, method).isEmpty())
        .isEqualTo(
            EnumSet.complementOf(
                    EnumSet.of(
                        PaymentMethod.WEB_ATM,
                        PaymentMethod.TWQR,
                        PaymentMethod.BNPL,
                        PaymentMethod.WEIXIN,
                        PaymentMethod.DIGITAL_PAYMENT))
                .contains(method));
  }

  @Test
  void anOfferNamesEverythingThatIsWrongAtOnce() {
    assertThat(
            broken(
                Channel.EMBEDDED,
                bonus(),
                CodeLife.DEFAULT,
                Optional.of("?"),
                PaymentMethod.BNPL,
                PaymentMethod.ATM))
        .containsExactly(
            "R-PAY-01 methods", "R-ORD-16 bonusPoints", "R-PAY-01 brand", "R-PAY-01 brand");
  }

  @Test
  void everyMethodIsACardOrIsNot() {
    assertThat(Arrays.stream(PaymentMethod.values()).filter(PaymentMethod::isCard))
        .containsExactly(
            PaymentMethod.CARD,
            PaymentMethod.INSTALMENTS,
            PaymentMethod.FLEXIBLE_INSTALMENTS,
            PaymentMethod.UNION_PAY,
            PaymentMethod.APPLE_PAY);
  }
}
