package ecpay.app.web.console.key;

import ecpay.app.access.ApiKeyGate;
import ecpay.app.web.Routes;
import ecpay.app.web.console.ConsoleLogin;
import ecpay.app.web.console.ConsoleLogin.Person;
import ecpay.app.web.console.PersonLog;
import ecpay.app.web.console.SameOrigin;
import ecpay.app.web.page.Pages;
import ecpay.domain.merchant.ApiKey;
import ecpay.domain.merchant.ApiKeyId;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.usecase.ManageKeys;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;

/**
 * The API keys of the merchant, by their ids and names, and withdrawing one after a second look.
 * None is added here: its answer would be a page with a key on it.
 */
public final class KeyConsole implements Routes {
  private static final String KEYS = "/console/keys";
  private static final String WITHDRAWAL = KEYS + "/{id}/withdraw";
  private static final int MOST_WITHDRAWN = 100;

  private final ConsoleLogin login;
  private final PersonLog log;
  private final ManageKeys manage;
  private final ApiKeys keys;
  private final Pages pages;

  public KeyConsole(ApiKeyGate gate, PersonLog log, ManageKeys manage, ApiKeys keys, Pages pages) {
    this.login = new ConsoleLogin(gate);
    this.log = log;
    this.manage = manage;
    this.keys = keys;
    this.pages = pages;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(KEYS, this::list);
    routes.get(WITHDRAWAL, this::ask);
    routes.post(WITHDRAWAL, this::withdraw);
  }

  private void list(Context ctx) {
    Person person = login.person(ctx);
    pages.show(
        ctx,
        "console/keys",
        KeysPage.of(
            person,
            keys.good(person.merchant()),
            keys.withdrawn(person.merchant(), MOST_WITHDRAWN)));
  }

  private void ask(Context ctx) {
    Person person = login.person(ctx);
    ApiKey key = key(ctx, person);
    boolean isLast = keys.good(person.merchant()).size() == 1;
    pages.show(ctx, "console/keywithdrawal", WithdrawalPage.of(person, key, isLast));
  }

  private void withdraw(Context ctx) {
    SameOrigin.demand(ctx);
    Person person = login.person(ctx);
    ApiKey key = key(ctx, person);
    ApiKey asking =
        keys.find(person.merchant(), person.key()).orElseThrow(() -> ConsoleLogin.refusal(ctx));
    log.asked(person, Optional.empty(), "withdraw_key", key.id().value());
    switch (manage.withdraw(asking, key.id())) {
      case ManageKeys.Withdrawn _ -> ctx.redirect(KEYS, HttpStatus.SEE_OTHER);
      case ManageKeys.TheLast _ ->
          pages.show(
              ctx.status(HttpStatus.CONFLICT),
              "console/keywithdrawal",
              WithdrawalPage.of(person, key, true));
      case ManageKeys.Unknown _ -> throw none();
      case ManageKeys.NoLongerGood _ -> throw ConsoleLogin.refusal(ctx);
    }
  }

  private ApiKey key(Context ctx, Person person) {
    try {
      return keys.find(person.merchant(), new ApiKeyId(ctx.pathParam("id")))
          .orElseThrow(KeyConsole::none);
    } catch (IllegalArgumentException _) {
      throw none();
    }
  }

  private static NotFoundResponse none() {
    return new NotFoundResponse("there is no such key");
  }
}
