package ecpay.sandbox.payment.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.member.Binding;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.NoAnswer;
import ecpay.sandbox.wire.Operation;
import java.util.function.Supplier;

/**
 * {@code /Merchant/CreateBindCard}: turns a BindCardPayToken into a 3-D Secure page or a bound card
 * (payments-ecpg.md section 5).
 */
final class CreateBindCard implements Operation {
  private final Ledger ledger;
  private final Binder binder;
  private final SandboxClock clock;
  private final Supplier<String> url;

  CreateBindCard(Ledger ledger, Binder binder, SandboxClock clock, Supplier<String> url) {
    this.ledger = ledger;
    this.binder = binder;
    this.clock = clock;
    this.url = url;
  }

  @Override
  public String path() {
    return "/Merchant/CreateBindCard";
  }

  @Override
  public Service service() {
    return Service.PAYMENT;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var payToken = fields.requiredText("BindCardPayToken", 4096);
    var memberId = fields.requiredText("MerchantMemberID", 60);
    var binding =
        ledger
            .bindings()
            .withPayToken(payToken)
            .filter(b -> b.terms().merchantId().equals(call.merchantId()))
            .filter(b -> b.status() == Binding.Status.TOKEN_GIVEN)
            .orElseThrow(
                () -> fields.malformed("BindCardPayToken", "is unknown or was used before"));
    if (!binding.terms().memberId().equals(memberId)) {
      throw fields.malformed("MerchantMemberID", "is not the one given to GetTokenbyBindingCard");
    }
    if (binding.isExpired(clock.instant())) {
      throw fields.malformed(
          "BindCardPayToken", "has expired, 10 minutes after GetTokenbyBindingCard");
    }
    ledger.bindings().usedUp(payToken);
    return begin(binding);
  }

  private ObjectNode begin(Binding binding) {
    return switch (binding.outcome()) {
      case APPROVED_WITHOUT_3D -> {
        bind(binding);
        yield binder.result(binding);
      }
      case TIMED_OUT -> throw new NoAnswer("the bank does not answer, and nothing has happened");
      case APPROVED_LATE -> {
        bind(binding);
        throw new NoAnswer("the card is bound, but nobody hears of it");
      }
      case APPROVED, REFUSED, AUTHENTICATION_FAILED -> page(binding);
    };
  }

  private void bind(Binding binding) {
    binding.begin("", clock.now());
    binder.bind(binding);
  }

  private ObjectNode page(Binding binding) {
    binding.begin(RandomIds.next(), clock.now());
    ledger.bindings().page(binding);
    var answer =
        Json.object()
            .put("RtnCode", 1)
            .put("RtnMsg", "Success")
            .put("PlatformID", binding.terms().platformId())
            .put("MerchantID", binding.terms().merchantId());
    answer.putObject("ThreeDInfo").put("ThreeDURL", url.get() + BindPage.PATH + binding.pageId());
    return answer;
  }
}
