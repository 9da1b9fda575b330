package ecpay.sandbox.callback;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The sandbox's stand-in for DNS and the reverse proxy in front of a shop: callback URLs carry the
 * shop's public address, and a route says where that address really listens.
 *
 * @param all the routes, the first that fits counts
 */
public record Routes(List<Route> all) {
  /** No route: every URL is used as it is. */
  public static final Routes NONE = new Routes(List.of());

  /**
   * One route.
   *
   * @param from scheme and host (and port) of the public address, without a path
   * @param to scheme, host and port that really listen, optionally with a path to put in front
   */
  public record Route(String from, String to) {
    public Route {
      from = origin(from, false);
      to = origin(to, true);
    }

    private static String origin(String text, boolean withPath) {
      URI uri;
      try {
        uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException("not a URL: " + text, e);
      }
      var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      var plain = uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null || !plain) {
        throw new IllegalArgumentException("not an http or https address: " + text);
      }
      if (!withPath && !uri.getRawPath().isEmpty()) {
        throw new IllegalArgumentException(
            "a route starts from an address without a path: " + text);
      }
      return uri.toString();
    }
  }

  public Routes {
    all = List.copyOf(all);
  }

  /** These routes and one more at the end. */
  public Routes and(String from, String to) {
    var more = new ArrayList<>(all);
    more.add(new Route(from, to));
    return new Routes(more);
  }

  /** Where the URL really leads. */
  public String apply(String url) {
    for (var route : all) {
      if (startsWithOrigin(url, route.from())) {
        return route.to() + url.substring(route.from().length());
      }
    }
    return url;
  }

  private static boolean startsWithOrigin(String url, String origin) {
    if (!url.regionMatches(true, 0, origin, 0, origin.length())) {
      return false;
    }
    return url.length() == origin.length() || "/?#".indexOf(url.charAt(origin.length())) >= 0;
  }
}
