package ecpay.app.web.page;

import ecpay.app.web.Routes;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Style and script of our pages. */
public final class AssetRoutes implements Routes {
  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    serve(routes, "pages.css", "text/css; charset=utf-8");
    serve(routes, "console.css", "text/css; charset=utf-8");
    serve(routes, "pay.js", "text/javascript; charset=utf-8");
    serve(routes, "hosted.js", "text/javascript; charset=utf-8");
    serve(routes, "bind.js", "text/javascript; charset=utf-8");
  }

  private static void serve(JavalinDefaultRoutingApi routes, String name, String type) {
    byte[] content = load("/assets/" + name);
    routes.get(
        "/assets/" + name,
        ctx -> ctx.header("Cache-Control", "max-age=300").contentType(type).result(content));
  }

  private static byte[] load(String resource) {
    try (InputStream file =
        Objects.requireNonNull(AssetRoutes.class.getResourceAsStream(resource))) {
      return file.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
