package ecpay.app.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.app.access.ApiKeyGate;
import ecpay.app.access.NewKey;
import ecpay.app.logs.LogContext;
import ecpay.domain.merchant.ApiKeyId;
import ecpay.domain.merchant.MerchantId;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * People log in with a name of theirs, or as {@code console}, and an API key of their merchant. The
 * key says whose people they are; the name is their own word, and goes with what they ask for.
 */
public final class ConsoleLogin {
  private static final String SCHEME = "Basic ";
  private static final int LONGEST_NAME = 100;

  private final ApiKeyGate gate;

  public ConsoleLogin(ApiKeyGate gate) {
    this.gate = gate;
  }

  /**
   * Somebody of a merchant.
   *
   * @param name what they call themselves, 1 to {@value #LONGEST_NAME} characters
   * @param key the key that let them in
   */
  public record Person(MerchantId merchant, String name, ApiKeyId key) {}

  private record Credentials(String name, String key) {}

  /**
   * Whose people are asking?
   *
   * @throws UnauthorizedResponse which makes a browser ask for the key
   */
  public MerchantId merchant(Context ctx) {
    return person(ctx).merchant();
  }

  /**
   * Who is asking?
   *
   * @throws UnauthorizedResponse which makes a browser ask for name and key
   */
  public Person person(Context ctx) {
    Person person =
        credentials(Objects.requireNonNullElse(ctx.header("Authorization"), ""))
            .flatMap(told ->
                gate.recognise(told.key())
                    .map(key -> new Person(key.merchant(), told.name(), key.id())))
            .orElseThrow(() -> refusal(ctx));
    MDC.put(LogContext.MERCHANT, person.merchant().value());
    return person;
  }

  /** What is answered to somebody without a good key. */
  public static UnauthorizedResponse refusal(Context ctx) {
    ctx.header("WWW-Authenticate", "Basic realm=\"console\", charset=\"UTF-8\"");
    return new UnauthorizedResponse("log in with your name, or as console, and an API key");
  }

  private static Optional<Credentials> credentials(String header) {
    if (!header.startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String told = new String(decoded, UTF_8);
      int colon = told.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(
                  new Credentials(told.substring(0, colon).strip(), told.substring(colon + 1)))
              .filter(it -> isName(it.name()));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** A key is none, which somebody may have typed twice: names are kept and shown. */
  private static boolean isName(String name) {
    return !name.isEmpty()
        && !name.contains(NewKey.PREFIX)
        && name.length() <= LONGEST_NAME
        && name.chars().noneMatch(Character::isISOControl);
  }
}
