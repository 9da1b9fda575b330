package ecpay.app.web.checkout;

import ecpay.app.web.Bodies;
import ecpay.app.web.Routes;
import ecpay.app.web.page.Pages;
import ecpay.domain.inbox.Reading;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.rule.RuleViolationException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Where ECPay sends the buyer's browser at the end (OrderResultURL, CB-02 and CB-08; the way back
 * to the shop, CB-09). Verified only to find the right page; it never changes anything (R-PAY-08).
 */
public final class ReturnRoutes implements Routes {
  private final Merchants merchants;
  private final PaymentNoticeReader reader;
  private final Payments payments;
  private final Pages pages;
  private final URI checkoutUrl;

  public ReturnRoutes(
      Merchants merchants,
      PaymentNoticeReader reader,
      Payments payments,
      Pages pages,
      URI checkoutUrl) {
    this.merchants = merchants;
    this.reader = reader;
    this.payments = payments;
    this.pages = pages;
    this.checkoutUrl = checkoutUrl;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(
        "/callbacks/{merchant}/payment-result", ctx -> returned(ctx, reader::readOrderResult));
    routes.post(
        "/callbacks/{merchant}/hosted-payment-result",
        ctx -> returned(ctx, reader::readHostedResult));
    routes.get("/callbacks/{merchant}/back/{payment}", this::cameBack);
    routes.get(
        "/callbacks/{merchant}/back",
        ctx -> pages.show(ctx, "checkout/message", MessagePage.RETURNED));
  }

  /** CB-09, ClientBackURL: no data but the id that we put there, which opens its own page only. */
  private void cameBack(Context ctx) {
    try {
      PaymentId id = new PaymentId(ctx.pathParam("payment"));
      ctx.redirect(checkoutUrl + "/pay/" + id + "/result?left=1", HttpStatus.SEE_OTHER);
    } catch (RuleViolationException _) {
      pages.show(ctx, "checkout/message", MessagePage.RETURNED);
    }
  }

  private void returned(Context ctx, BiFunction<Merchant, byte[], Reading<PaymentReport>> read) {
    byte[] body = Bodies.read(ctx, CheckoutRoutes.LIMIT);
    merchant(ctx.pathParam("merchant"))
        .flatMap(merchant -> payment(merchant, read.apply(merchant, body)))
        .ifPresentOrElse(
            payment ->
                ctx.redirect(
                    checkoutUrl + "/pay/" + payment.id() + "/result", HttpStatus.SEE_OTHER),
            () -> pages.show(ctx, "checkout/message", MessagePage.RETURNED));
  }

  private Optional<Payment> payment(Merchant merchant, Reading<PaymentReport> reading) {
    return switch (reading) {
      case Reading.Authentic<PaymentReport> authentic ->
          payments.findByTradeNo(merchant.id(), authentic.report().tradeNo());
      case Reading.Refused<PaymentReport> _ -> Optional.empty();
    };
  }

  private Optional<Merchant> merchant(String name) {
    try {
      return merchants.find(new MerchantId(name));
    } catch (RuleViolationException _) {
      return Optional.empty();
    }
  }
}
