package ecpay.app.web.api;

import ecpay.app.access.ApiKeyGate;
import ecpay.app.logs.LogContext;
import ecpay.domain.merchant.ApiKey;
import ecpay.domain.merchant.MerchantId;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.UnauthorizedResponse;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.MDC;

/** Lets in who bears a key, and knows whose request it is. */
public final class ApiAccess implements Handler {
  private static final String KEY = "apiKey";
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
    ApiKey key =
        Optional.of(header)
            .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
            .flatMap(text -> gate.recognise(text.substring(SCHEME.length()).strip()))
            .orElseThrow(() -> refusal(ctx));
    ctx.attribute(KEY, key);
    MDC.put(LogContext.MERCHANT, key.merchant().value());
  }

  /** What is answered to a request without a good key. */
  public static UnauthorizedResponse refusal(Context ctx) {
    ctx.header("WWW-Authenticate", "Bearer");
    return new UnauthorizedResponse("send Authorization: Bearer and a valid API key");
  }

  /** Whose request it is. */
  public static MerchantId merchant(Context ctx) {
    return key(ctx).merchant();
  }

  /** The key that the request bears. */
  public static ApiKey key(Context ctx) {
    return Objects.requireNonNull(ctx.<ApiKey>attribute(KEY));
  }
}
