package ecpay.app.web.console.contract;

import ecpay.app.access.ApiKeyGate;
import ecpay.app.reading.OrderBooks;
import ecpay.app.reading.Words;
import ecpay.app.web.Routes;
import ecpay.app.web.console.ConsoleLogin;
import ecpay.app.web.console.PersonLog;
import ecpay.app.web.console.SameOrigin;
import ecpay.app.web.page.Pages;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.Contracts;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.contract.usecase.ActOnContract;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.RuleViolationException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.Optional;

/**
 * A periodic contract for a person: how it stands, and what can be done to it, with a second look
 * before each deed (R-CAP-10). That it was asked for stands in the timeline before ECPay hears it.
 */
public final class ContractConsole implements Routes {
  private static final String CONTRACT = "/console/contracts/{tradeNo}";

  private final ConsoleLogin login;
  private final PersonLog log;
  private final Contracts contracts;
  private final ActOnContract act;
  private final OrderBooks books;
  private final Pages pages;

  public ContractConsole(
      ApiKeyGate gate,
      PersonLog log,
      Contracts contracts,
      ActOnContract act,
      OrderBooks books,
      Pages pages) {
    this.login = new ConsoleLogin(gate);
    this.log = log;
    this.contracts = contracts;
    this.act = act;
    this.books = books;
    this.pages = pages;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(CONTRACT, this::show);
    routes.get(CONTRACT + "/{action}", this::ask);
    routes.post(CONTRACT + "/{action}", this::act);
  }

  private void show(Context ctx) {
    PeriodicContract contract = contract(ctx);
    Order first = books.orderOf(contract.merchant(), contract.agreement().order());
    pages.show(ctx, "console/contract", ContractPage.of(contract, books.events(first)));
  }

  private void ask(Context ctx) {
    pages.show(ctx, "console/contractaction", ContractActionPage.of(contract(ctx), action(ctx)));
  }

  private void act(Context ctx) {
    SameOrigin.demand(ctx);
    PeriodicContract contract = contract(ctx);
    ContractAction action = action(ctx);
    log.asked(
        login.person(ctx),
        Optional.of(contract.agreement().order()),
        Words.of(action) + "_contract",
        contract.tradeNo().value());
    try {
      PeriodicContract after = act.want(contract.merchant(), contract.tradeNo(), action);
      ctx.redirect("/console/contracts/" + after.tradeNo().value(), HttpStatus.SEE_OTHER);
    } catch (IllegalMoveException impossible) {
      pages.show(
          ctx.status(HttpStatus.CONFLICT),
          "console/contractaction",
          ContractActionPage.impossible(contract, action, impossible));
    }
  }

  private PeriodicContract contract(Context ctx) {
    try {
      return contracts
          .find(login.merchant(ctx), new MerchantTradeNo(ctx.pathParam("tradeNo")))
          .orElseThrow(ContractConsole::none);
    } catch (RuleViolationException _) {
      throw none();
    }
  }

  private static ContractAction action(Context ctx) {
    return Arrays.stream(ContractAction.values())
        .filter(action -> Words.of(action).equals(ctx.pathParam("action")))
        .findFirst()
        .orElseThrow(ContractConsole::none);
  }

  private static NotFoundResponse none() {
    return new NotFoundResponse("there is no such contract, or nothing of that name to do to it");
  }
}
