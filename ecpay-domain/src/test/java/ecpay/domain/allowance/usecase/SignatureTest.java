package ecpay.domain.allowance.usecase;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.usecase.RequestAllowance.Result;
import ecpay.domain.event.DomainEvent.AllowanceSigned;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The buyer's signature on the slip of a paper allowance. */
class SignatureTest {
  private final Desk desk = Desk.invoiced();

  private static String ruleOf(ThrowingCallable move) {
    return requireNonNull(catchThrowableOfType(IllegalMoveException.class, move)).rule();
  }

  @Rule("R-ALW-33")
  @Test
  void anOwedSignatureIsATaskUntilItIsRecorded() {
    Consent owed =
        new Consent.Paper(new Consent.Signature.Owed("the counter"), Consent.Notice.NONE);
    desk.reduce("r1", owed, 3, 50);
    assertThat(((Allowance.Issued) desk.allowance()).owesSignature()).isTrue();
    assertThat(desk.shop.incidents()).containsExactly("SIGNATURE_OWED");
    Allowance signed = desk.world.withdrawAllowance.sign(Samples.SHOP, desk.allowance().id());
    assertThat(((Allowance.Issued) signed).owesSignature()).isFalse();
    assertThat(desk.world.withdrawAllowance.sign(Samples.SHOP, signed.id())).isEqualTo(signed);
    assertThat(desk.shop.events(AllowanceSigned.class)).hasSize(1);
  }

  @Rule("R-ALW-33")
  @Test
  void onlyAnIssuedPaperAllowanceIsSigned() {
    desk.reduce("r1", Samples.onlineConsent(), 3, 50);
    assertThat(ruleOf(() -> desk.world.withdrawAllowance.sign(Samples.SHOP, desk.allowance().id())))
        .isEqualTo("R-ALW-33");
    desk.shop.deliver(
        desk.world.ecpayAllowances.consent(
            desk.world.ecpayAllowances.entries().getFirst().number()));
    Allowance.Issued agreed = (Allowance.Issued) desk.allowance();
    assertThat(agreed.owesSignature()).isFalse();
    assertThat(ruleOf(() -> agreed.signed(Samples.NOW))).isEqualTo("R-ALW-33");
    assertThat(ruleOf(() -> desk.world.withdrawAllowance.sign(Samples.SHOP, agreed.id())))
        .isEqualTo("R-ALW-33");
  }

  @Rule("R-ALW-33")
  @Test
  void theSameReturnIsFoundAgainAfterItsSignatureHasComeIn() {
    Consent owed =
        new Consent.Paper(new Consent.Signature.Owed("the counter"), Consent.Notice.NONE);
    desk.reduce("r1", owed, 3, 50);
    Allowance signed = desk.world.withdrawAllowance.sign(Samples.SHOP, desk.allowance().id());
    assertThat(desk.reduce("r1", owed, 3, 50)).isEqualTo(new Result.AlreadyRequested(signed));
    assertThat(desk.reduce("r1", Samples.onlineConsent(), 3, 50))
        .isEqualTo(new Result.ReferenceTaken(signed.id()));
  }
}
