package ecpay.domain.merchant;

import ecpay.domain.rule.Violations;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of ours that ECPay calls (R-ORD-13, seeds 000 and 002).
 *
 * @param value http on port 80 or https on port 443, no other port, an ASCII (punycode) host that
 *     is not a content delivery network's, at most 200 characters, none of {@code ; | `}
 */
public record CallbackUrl(String value) {
  private static final int MOST_CHARACTERS = 200;
  private static final Pattern ASCII_HOST = Pattern.compile("[A-Za-z0-9.-]+");
  private static final List<String> CDN_HOSTS =
      List.of(
          ".cloudfront.net",
          ".akamaized.net",
          ".akamaihd.net",
          ".edgekey.net",
          ".edgesuite.net",
          ".fastly.net",
          ".azureedge.net",
          ".azurefd.net",
          ".cdn77.org",
          ".b-cdn.net");

  public CallbackUrl {
    Violations violations = new Violations();
    violations.require(
        value.length() <= MOST_CHARACTERS,
        "R-ORD-13",
        "",
        "a callback URL has at most 200 characters");
    violations.require(
        value.chars().allMatch(c -> c > ' ' && c < 0x7f && ";|`".indexOf(c) < 0),
        "R-ORD-13",
        "",
        "a callback URL is plain ASCII without ; | ` (write its host in punycode, xn--...)");
    Optional<URI> uri = parse(value);
    violations.require(
        uri.isPresent() && uri.get().getHost() != null && uri.get().getUserInfo() == null,
        "R-ORD-13",
        "",
        "not a callback URL like https://shop.example/callbacks");
    uri.ifPresent(parsed -> check(violations, parsed));
    violations.throwIfAny();
  }

  private static void check(Violations violations, URI uri) {
    String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
    int port = uri.getPort();
    violations.require(
        (scheme.equals("https") && (port == -1 || port == 443))
            || (scheme.equals("http") && (port == -1 || port == 80)),
        "R-ORD-13",
        "",
        "ECPay calls only http on port 80 and https on port 443");
    String host = Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
    violations.require(
        ASCII_HOST.matcher(host).matches() && CDN_HOSTS.stream().noneMatch(host::endsWith),
        "R-ORD-13",
        "",
        "give ECPay the origin host, not a content delivery network's");
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
