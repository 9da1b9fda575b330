package ecpay.domain.check.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ecpay.domain.Samples;
import ecpay.domain.check.BuyerCodes;
import ecpay.domain.check.Checked;
import ecpay.domain.check.Finding;
import ecpay.domain.check.Subject;
import ecpay.domain.check.Verdict;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.LoveCode;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.Violation;
import ecpay.domain.world.Interruptions;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckBuyerTest {
  private static final Carrier.MobileBarcode CODE = new Carrier.MobileBarcode("/ABC.+-1");
  private static final LoveCode LOVE = new LoveCode("168001");
  private static final CompanyNumber NUMBER = new CompanyNumber("04595257");
  private static final Subject BARCODE = new Subject.Barcode(CODE);
  private static final Subject CHARITY = new Subject.Donation(LOVE);
  private static final Subject COMPANY = new Subject.Business(NUMBER);
  private static final BuyerCodes ALL =
      new BuyerCodes(Optional.of(CODE), Optional.of(LOVE), Optional.of(NUMBER));
  private static final Finding DOWN = new Finding.Unavailable("10000010", "財政部維護中");
  private static final Verdict PASSED = new Verdict.Passed();
  private final CheckWorld world = new CheckWorld(false);

  private static Verdict check(CheckWorld world, BuyerCodes codes) {
    return world.check.check(world.merchant, codes);
  }

  private Checked look(Subject subject) {
    return world.check.look(world.merchant, subject);
  }

  private static void allExist(CheckWorld world) {
    world.authority.know(BARCODE, new Finding.Exists(""));
    world.authority.know(CHARITY, new Finding.Exists("財團法人甲"));
    world.authority.know(COMPANY, new Finding.Exists("小書店"));
  }

  private static int calls(CheckWorld world) {
    return world.wire.count("CheckBarcode")
        + world.wire.count("CheckLoveCode")
        + world.wire.count("GetCompanyNameByTaxID");
  }

  @Test
  void whatExistsPasses() {
    allExist(world);
    assertThat(check(world, ALL)).isEqualTo(PASSED);
    assertThat(calls(world)).isEqualTo(3);
  }

  @Test
  void whereNothingCanBeCheckedNobodyIsAsked() {
    BuyerCodes none = new BuyerCodes(Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(check(world, none)).isEqualTo(PASSED);
    assertThat(calls(world)).isZero();
  }

  @Rule({"R-INV-07", "R-INV-14", "R-INV-15"})
  @Test
  void whatDoesNotExistIsRefusedAllAtOnceWithItsRuleAndField() {
    assertThat(check(world, ALL))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused ->
                assertThat(refused.violations())
                    .extracting(Violation::rule, Violation::field)
                    .containsExactly(
                        tuple("R-INV-14", "carrier"),
                        tuple("R-INV-07", "donation"),
                        tuple("R-INV-15", "company")));
  }

  @Rule("R-INV-15")
  @Test
  void aCompanyOfWhichNothingIsKnownIsNotProvenWrong() {
    allExist(world);
    world.authority.know(COMPANY, new Finding.NothingKnown());
    assertThat(check(world, ALL)).isEqualTo(PASSED);
    assertThat(check(new CheckWorld(true), onlyBarcode())).isInstanceOf(Verdict.Refused.class);
  }

  private static BuyerCodes onlyBarcode() {
    return new BuyerCodes(Optional.of(CODE), Optional.empty(), Optional.empty());
  }

  @Rule("R-INV-14")
  @Test
  void issuingGoesOnWhileTheTaxAuthorityIsDown() {
    world.authority.know(BARCODE, DOWN);
    assertThat(check(world, onlyBarcode())).isEqualTo(PASSED);
  }

  @Rule("R-INV-14")
  @Test
  void aMerchantMayWantToWaitForTheTaxAuthority() {
    CheckWorld waiting = new CheckWorld(true);
    allExist(waiting);
    waiting.authority.know(BARCODE, DOWN);
    assertThat(check(waiting, ALL))
        .isEqualTo(new Verdict.Unavailable("BARCODE not checked: 10000010 財政部維護中"));

    waiting.authority.know(BARCODE, new Finding.Exists(""));
    waiting.clock.advance(Duration.ofMinutes(1));
    assertThat(check(waiting, ALL)).isEqualTo(PASSED);
  }

  @Rule("R-INV-07")
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatDoesNotExistIsRefusedThoughSomethingElseCannotBeAsked(boolean waits) {
    CheckWorld some = new CheckWorld(waits);
    some.authority.know(BARCODE, DOWN);
    some.authority.know(COMPANY, DOWN);
    assertThat(check(some, ALL))
        .isInstanceOfSatisfying(
            Verdict.Refused.class, refused -> assertThat(refused.violations()).hasSize(1));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"REFUSED", "NOT_SENT", "LOST", "HTTP_500"})
  void aCallThatFailedProvesNothingAndIsNotKept(Fault fault) {
    for (boolean waits : new boolean[] {true, false}) {
      CheckWorld failing = new CheckWorld(waits);
      allExist(failing);
      failing.wire.script("CheckBarcode", fault);
      Verdict verdict = check(failing, onlyBarcode());
      if (waits) {
        assertThat(verdict).isInstanceOf(Verdict.Unavailable.class);
      } else {
        assertThat(verdict).isEqualTo(PASSED);
      }
      assertThat(failing.books.checks().find(BARCODE)).isEmpty();
      assertThat(check(failing, onlyBarcode())).isEqualTo(PASSED);
      assertThat(failing.wire.count("CheckBarcode")).isEqualTo(2);
    }
  }

  @Test
  void aFreshAnswerIsNotAskedForAgain() {
    allExist(world);
    assertThat(check(world, ALL)).isEqualTo(PASSED);
    world.authority.know(BARCODE, new Finding.DoesNotExist());
    world.clock.advance(Duration.ofDays(7).minusSeconds(1));
    assertThat(check(world, ALL)).isEqualTo(PASSED);
    assertThat(calls(world)).isEqualTo(3);

    world.clock.advance(Duration.ofSeconds(1));
    assertThat(check(world, ALL)).isInstanceOf(Verdict.Refused.class);
    assertThat(calls(world)).isEqualTo(5); // the company's name is kept for longer
  }

  @Test
  void aBarcodeThatWasRegisteredAMomentAgoIsBelievedTenMinutesLater() {
    assertThat(check(world, onlyBarcode())).isInstanceOf(Verdict.Refused.class);
    allExist(world);
    world.clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(check(world, onlyBarcode())).isInstanceOf(Verdict.Refused.class);
    world.clock.advance(Duration.ofSeconds(1));
    assertThat(check(world, onlyBarcode())).isEqualTo(PASSED);
  }

  @Test
  void aSingleLookTellsWhatIsKnownAndSinceWhen() {
    allExist(world);
    assertThat(look(CHARITY))
        .isEqualTo(new Checked(CHARITY, new Finding.Exists("財團法人甲"), Samples.NOW));
    world.clock.advance(Duration.ofHours(1));
    assertThat(look(CHARITY).at()).isEqualTo(Samples.NOW);
    assertThat(look(COMPANY).at()).isEqualTo(Samples.NOW.plus(Duration.ofHours(1)));
    assertThat(calls(world)).isEqualTo(2);
  }

  @Test
  void aLookThatFailedSaysWhy() {
    world.wire.script("CheckLoveCode", Fault.REFUSED, Fault.NOT_SENT, Fault.LOST);
    assertThat(List.of(look(CHARITY), look(CHARITY), look(CHARITY)))
        .extracting(Checked::finding)
        .containsExactly(
            new Finding.Unavailable("10200047", "scripted refusal"),
            new Finding.Unavailable("NOT_SENT", "scripted: no connection"),
            new Finding.Unavailable("NO_ANSWER", "scripted: time-out"));
  }

  @Test
  void killedAnywhereTheNextCheckTellsTheSame() {
    int points = 0;
    for (boolean before : new boolean[] {true, false}) {
      for (int call = 0; isKilled(call, before); call++) {
        points++;
      }
    }
    assertThat(points).isGreaterThanOrEqualTo(2 * 3 * 4);
  }

  private static boolean isKilled(int call, boolean before) {
    CheckWorld fresh = new CheckWorld(true);
    allExist(fresh);
    fresh.interruptions.killAt(call, before);
    boolean killed = false;
    try {
      check(fresh, ALL);
    } catch (Interruptions.Killed _) {
      killed = true;
    }
    fresh.interruptions.killNoMore();
    assertThat(check(fresh, ALL)).isEqualTo(PASSED);
    assertThat(calls(fresh)).isBetween(3, 4);
    return killed;
  }
}
