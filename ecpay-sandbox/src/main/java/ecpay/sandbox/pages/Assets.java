package ecpay.sandbox.pages;

import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The files that pages load: one style sheet, one small script, and the embedded form's script. */
public final class Assets {
  private static final String JAVASCRIPT = "text/javascript; charset=utf-8";

  private Assets() {}

  public static void open(Router router) {
    serve(router, "/assets/page.css", "page.css", "text/css; charset=utf-8", Map.of());
    serve(router, "/assets/submit.js", "submit.js", JAVASCRIPT, Map.of());
    // The shop's page loads this one from another origin.
    serve(
        router,
        "/Scripts/sdk-1.0.0.js",
        "sdk-1.0.0.js",
        JAVASCRIPT,
        Map.of("Access-Control-Allow-Origin", "*", "Cross-Origin-Resource-Policy", "cross-origin"));
  }

  private static void serve(
      Router router, String path, String file, String type, Map<String, String> headers) {
    var answer = Reply.of(200, type, read(file), headers);
    router.on("GET", path, _ -> answer);
  }

  private static String read(String file) {
    try (var in = Assets.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the sandbox lacks its file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
