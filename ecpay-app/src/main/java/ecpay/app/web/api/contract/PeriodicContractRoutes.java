package ecpay.app.web.api.contract;

import ecpay.app.reading.OrderBooks;
import ecpay.app.web.Routes;
import ecpay.app.web.api.ApiAccess;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.EcpaySays;
import ecpay.app.web.api.Requested;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.Replies;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.Contracts;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.contract.usecase.ActOnContract;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.ContractActionRefused;
import ecpay.domain.event.DomainEvent.ContractActionRequested;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.rule.RuleViolationException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;

/** Periodic contracts, by the MerchantTradeNo of their first payment. */
public final class PeriodicContractRoutes implements Routes {
  private static final String CONTRACT = "/api/v1/contracts/{tradeNo}";

  private final ActOnContract act;
  private final Contracts contracts;
  private final OrderBooks books;

  public PeriodicContractRoutes(ActOnContract act, Contracts contracts, OrderBooks books) {
    this.act = act;
    this.contracts = contracts;
    this.books = books;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/v1/orders/{id}/contracts", this::list);
    routes.get(CONTRACT, ctx -> Replies.json(ctx, PeriodicContractView.of(contract(ctx))));
    routes.post(CONTRACT + "/cancel", DryRun.impossible(ctx -> act(ctx, ContractAction.CANCEL)));
    routes.post(
        CONTRACT + "/reauthorize", DryRun.impossible(ctx -> act(ctx, ContractAction.REAUTHORIZE)));
  }

  private void list(Context ctx) {
    Order order = Requested.order(ctx, books);
    Replies.json(ctx, PeriodicContractView.list(contracts.ofOrder(order.merchant(), order.id())));
  }

  private PeriodicContract contract(Context ctx) {
    try {
      return contracts
          .find(ApiAccess.merchant(ctx), new MerchantTradeNo(ctx.pathParam("tradeNo")))
          .orElseThrow(PeriodicContractRoutes::none);
    } catch (RuleViolationException _) {
      throw none();
    }
  }

  private static NotFoundResponse none() {
    return new NotFoundResponse("there is no such contract");
  }

  /** Done (200), on its way (202), or refused by ECPay (502). */
  private void act(Context ctx, ContractAction action) {
    PeriodicContract before = contract(ctx);
    var _ = JsonBody.read(ctx, body -> body);
    PeriodicContract after = act.want(before.merchant(), before.tradeNo(), action);
    Optional<ContractActionRefused> refused = refusal(after);
    if (after.pending().isEmpty() && refused.isPresent()) {
      EcpaySays.refused(ctx, refused.get().code(), refused.get().message());
      return;
    }
    ctx.status(after.pending().isPresent() ? HttpStatus.ACCEPTED : HttpStatus.OK);
    Replies.json(ctx, PeriodicContractView.of(after));
  }

  /** ECPay's no to the wish that came last. */
  private Optional<ContractActionRefused> refusal(PeriodicContract contract) {
    return books.events(books.orderOf(contract.merchant(), contract.agreement().order())).stream()
        .map(RecordedEvent::event)
        .filter(event -> isAbout(contract, event))
        .reduce((_, last) -> last)
        .filter(ContractActionRefused.class::isInstance)
        .map(ContractActionRefused.class::cast);
  }

  private static boolean isAbout(PeriodicContract contract, DomainEvent event) {
    return switch (event) {
      case ContractActionRequested asked -> asked.tradeNo().equals(contract.tradeNo());
      case ContractActionRefused no -> no.tradeNo().equals(contract.tradeNo());
      default -> false;
    };
  }
}
