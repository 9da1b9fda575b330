package ecpay.app.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.app.access.ApiKeyGate;
import ecpay.app.logs.LogContext;
import ecpay.domain.merchant.ApiKey;
import ecpay.domain.merchant.MerchantId;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.MDC;

/** People log in as {@code console} with the API key of their merchant. */
public final class ConsoleLogin {
  private static final String SCHEME = "Basic ";
  private static final String USER = "console:";

  private final ApiKeyGate gate;

  public ConsoleLogin(ApiKeyGate gate) {
    this.gate = gate;
  }

  /**
   * Whose people are asking?
   *
   * @throws UnauthorizedResponse which makes a browser ask for the key
   */
  public MerchantId merchant(Context ctx) {
    MerchantId merchant =
        password(Objects.requireNonNullElse(ctx.header("Authorization"), ""))
            .flatMap(gate::recognise)
            .map(ApiKey::merchant)
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
