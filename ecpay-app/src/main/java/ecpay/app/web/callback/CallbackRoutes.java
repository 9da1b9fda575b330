package ecpay.app.web.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.app.logs.LogContext;
import ecpay.app.web.Bodies;
import ecpay.app.web.Routes;
import ecpay.domain.allowance.usecase.RecordConsent;
import ecpay.domain.contract.usecase.RecordPeriodNotice;
import ecpay.domain.inbox.Acknowledgement;
import ecpay.domain.invoice.usecase.RecordDelayNotice;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.payment.usecase.RecordPaymentNotice;
import ecpay.domain.rule.RuleViolationException;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * ECPay's server callbacks CB-01, CB-05, CB-06, CB-10 and CB-11. The answer is exactly the four
 * bytes {@code 1|OK} (R-CBK-02) or {@code 0|} and a reason (D-26), both with status 200; whatever
 * else goes wrong is a 500, or a 503 while the books do not answer, so that ECPay sends it again.
 */
public final class CallbackRoutes implements Routes {
  /** The most bytes of a notice. */
  static final int LIMIT = 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(CallbackRoutes.class);
  private static final byte[] OK = "1|OK".getBytes(UTF_8);

  private final Merchants merchants;
  private final RecordPaymentNotice payments;
  private final RecordConsent consents;
  private final RecordDelayNotice delayed;
  private final RecordPeriodNotice periods;

  public CallbackRoutes(
      Merchants merchants,
      RecordPaymentNotice payments,
      RecordConsent consents,
      RecordDelayNotice delayed,
      RecordPeriodNotice periods) {
    this.merchants = merchants;
    this.payments = payments;
    this.consents = consents;
    this.delayed = delayed;
    this.periods = periods;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/callbacks/{merchant}/payment", ctx -> take(ctx, payments::record));
    routes.post("/callbacks/{merchant}/hosted-payment", ctx -> take(ctx, payments::recordHosted));
    routes.post(
        "/callbacks/{merchant}/payment-info", ctx -> take(ctx, payments::recordPaymentInfo));
    routes.post("/callbacks/{merchant}/allowance", ctx -> take(ctx, consents::record));
    routes.post("/callbacks/{merchant}/period", ctx -> take(ctx, periods::record));
    routes.post("/callbacks/{merchant}/hosted-period", ctx -> take(ctx, periods::recordHosted));
    routes.post("/callbacks/{merchant}/invoice", ctx -> take(ctx, delayed::record));
  }

  private void take(Context ctx, BiFunction<Merchant, byte[], Acknowledgement> record) {
    byte[] body = Bodies.read(ctx, LIMIT);
    Optional<Merchant> merchant = merchant(ctx.pathParam("merchant"));
    Acknowledgement acknowledgement =
        merchant
            .map(known -> record.apply(known, body))
            .orElseGet(() -> new Acknowledgement.Refused("unknown merchant"));
    ctx.contentType("text/plain");
    switch (acknowledgement) {
      case Acknowledgement.Received() -> ctx.result(OK);
      case Acknowledgement.Refused(String reason) -> {
        LOG.warn("refused a callback: {}", reason);
        ctx.result(("0|" + reason).getBytes(UTF_8));
      }
    }
  }

  private Optional<Merchant> merchant(String name) {
    try {
      Optional<Merchant> found = merchants.find(new MerchantId(name));
      found.ifPresent(merchant -> MDC.put(LogContext.MERCHANT, merchant.id().value()));
      return found;
    } catch (RuleViolationException _) {
      return Optional.empty();
    }
  }
}
