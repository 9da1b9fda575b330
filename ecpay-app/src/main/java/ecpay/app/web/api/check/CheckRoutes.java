package ecpay.app.web.api.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Times;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.api.ApiAccess;
import ecpay.app.web.api.Requested;
import ecpay.app.web.json.Findings;
import ecpay.app.web.json.Replies;
import ecpay.domain.check.Checked;
import ecpay.domain.check.Finding;
import ecpay.domain.check.Subject;
import ecpay.domain.check.usecase.CheckBuyer;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.LoveCode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import java.util.function.Function;

/** Whether a buyer's barcode, a donation code or a company number exists, asked or remembered. */
public final class CheckRoutes implements Routes {
  private static final String CHECKS = "/api/v1/checks";

  private final CheckBuyer check;
  private final Merchants merchants;

  public CheckRoutes(CheckBuyer check, Merchants merchants) {
    this.check = check;
    this.merchants = merchants;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(
        CHECKS + "/barcodes",
        ctx -> look(ctx, "code", code -> new Subject.Barcode(new Carrier.MobileBarcode(code))));
    routes.get(
        CHECKS + "/donation-codes",
        ctx -> look(ctx, "code", code -> new Subject.Donation(new LoveCode(code))));
    routes.get(
        CHECKS + "/companies",
        ctx -> look(ctx, "number", number -> new Subject.Business(new CompanyNumber(number))));
  }

  private void look(Context ctx, String parameter, Function<String, Subject> read) {
    String given = Requested.query(ctx, parameter);
    Findings findings = new Findings();
    Optional<Subject> subject =
        findings.checkValue(
            parameter, () -> Optional.of(read.apply(given)), Optional.<Subject>empty());
    findings.throwIfAny();
    tell(ctx, check.look(merchants.get(ApiAccess.merchant(ctx)), subject.orElseThrow()));
  }

  private static void tell(Context ctx, Checked checked) {
    ObjectNode view = JsonNodeFactory.instance.objectNode().put("code", checked.subject().code());
    switch (checked.finding()) {
      case Finding.Exists(String name) -> view.put("finding", "exists").put("name", name);
      case Finding.DoesNotExist() -> view.put("finding", "does_not_exist");
      case Finding.NothingKnown() -> view.put("finding", "nothing_known");
      case Finding.Unavailable(String code, String message) -> {
        new Problem(
                ProblemCode.NOT_CHECKABLE,
                "it cannot be told now (" + code + " " + message + "); try again later")
            .answer(ctx);
        return;
      }
    }
    view.put("at", Times.iso(checked.at())).put("freshUntil", Times.iso(checked.freshUntil()));
    Replies.json(ctx, view);
  }
}
