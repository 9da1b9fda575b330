package ecpay.app.web.api.allowance;

import ecpay.app.reading.OrderBooks;
import ecpay.app.web.Routes;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.EcpaySays;
import ecpay.app.web.api.Requested;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.JsonFields;
import ecpay.app.web.json.Replies;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.usecase.SettleByHand;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.Merchants;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;

/** A person says what became of an allowance whose answer was lost. */
public final class SettleRoutes implements Routes {
  private static final AllowanceNumber SOME_NUMBER = new AllowanceNumber("0000000000000000");

  private final SettleByHand settle;
  private final Merchants merchants;
  private final OrderBooks books;

  public SettleRoutes(SettleByHand settle, Merchants merchants, OrderBooks books) {
    this.settle = settle;
    this.merchants = merchants;
    this.books = books;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/api/v1/allowances/{id}/settle", DryRun.impossible(this::settle));
  }

  private void settle(Context ctx) {
    Allowance allowance = Requested.allowance(ctx, books);
    Merchant merchant = merchants.get(allowance.merchant());
    Optional<AllowanceNumber> number = JsonBody.read(ctx, SettleRoutes::number);
    Answer<Allowance> answer =
        number
            .map(exists -> settle.exists(merchant, allowance.id(), exists))
            .orElseGet(() -> settle.neverHappened(merchant, allowance.id()));
    EcpaySays.tell(ctx, answer, settled -> Replies.json(ctx, AllowanceView.whole(settled)));
  }

  /** Empty when it never happened. */
  private static Optional<AllowanceNumber> number(JsonFields body) {
    Optional<AllowanceNumber> number = body.text("number", AllowanceNumber::new, SOME_NUMBER);
    boolean never = body.has("neverHappened") && body.requiredFlag("neverHappened");
    if (body.has("number") == never) {
      body.refuse("number", "give exactly one of number and neverHappened: true");
    }
    return number;
  }
}
