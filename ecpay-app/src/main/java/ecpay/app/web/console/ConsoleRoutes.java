package ecpay.app.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.app.access.ApiKeyGate;
import ecpay.app.logs.LogContext;
import ecpay.app.reading.OrderBooks;
import ecpay.app.web.Routes;
import ecpay.app.web.page.Pages;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.Order;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.MDC;

/** One order with its timeline. People log in as {@code console} with the API key. */
public final class ConsoleRoutes implements Routes {
  private static final String SCHEME = "Basic ";
  private static final String USER = "console:";

  private final ApiKeyGate gate;
  private final OrderBooks books;
  private final Pages pages;

  public ConsoleRoutes(ApiKeyGate gate, OrderBooks books, Pages pages) {
    this.gate = gate;
    this.books = books;
    this.pages = pages;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/console/orders/{id}", this::order);
  }

  private void order(Context ctx) {
    MerchantId merchant = loggedIn(ctx);
    Order order =
        books
            .order(merchant, ctx.pathParam("id"))
            .orElseThrow(() -> new NotFoundResponse("there is no such order"));
    pages.show(ctx, "console/order", OrderPage.of(books.dossier(order), books.calls(order)));
  }

  private MerchantId loggedIn(Context ctx) {
    MerchantId merchant =
        password(Objects.requireNonNullElse(ctx.header("Authorization"), ""))
            .flatMap(gate::ownerOf)
            .orElseThrow(() -> {
              ctx.header("WWW-Authenticate", "Basic realm=\"console\", charset=\"UTF-8\"");
              return new UnauthorizedResponse("log in as console with the API key");
            });
    MDC.put(LogContext.MERCHANT, merchant.value());
    return merchant;
  }

  private static Optional<String> password(String header) {
    if (!header.startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String credentials = new String(decoded, UTF_8);
      return credentials.startsWith(USER)
          ? Optional.of(credentials.substring(USER.length()))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
