package ecpay.app.web.api;

import ecpay.app.access.ApiKeyGate;
import ecpay.app.logs.LogContext;
import ecpay.domain.merchant.MerchantId;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.UnauthorizedResponse;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.MDC;

/** Lets in who bears a key, and knows whose request it is. */
public final class ApiAccess implements Handler {
  private static final String MERCHANT = "merchant";
  private static final String SCHEME = "Bearer ";

  private final ApiKeyGate gate;

  ApiAccess(ApiKeyGate gate) {
    this.gate = gate;
  }

  @Override
  public void handle(Context ctx) {
    if (ctx.path().equals(ContractRoutes.PATH)) {
      return;
    }
    String header = Objects.requireNonNullElse(ctx.header("Authorization"), "");
    Optional<MerchantId> owner =
        header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            ? gate.ownerOf(header.substring(SCHEME.length()).strip())
            : Optional.empty();
    if (owner.isEmpty()) {
      ctx.header("WWW-Authenticate", "Bearer");
      throw new UnauthorizedResponse("send Authorization: Bearer and a valid API key");
    }
    ctx.attribute(MERCHANT, owner.get());
    MDC.put(LogContext.MERCHANT, owner.get().value());
  }

  /** Whose request it is. */
  public static MerchantId merchant(Context ctx) {
    return Objects.requireNonNull(ctx.<MerchantId>attribute(MERCHANT));
  }
}
