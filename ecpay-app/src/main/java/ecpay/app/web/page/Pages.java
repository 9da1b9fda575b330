package ecpay.app.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;

/** Fills templates. Everything that is put into one is escaped for where it stands. */
public final class Pages {
  private static final String PACKAGE = "ecpay.app.pages";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);

  /** Answers with a template, such as {@code checkout/pay}, filled from its one parameter. */
  public void show(Context ctx, String template, Object model) {
    StringOutput page = new StringOutput();
    engine.render(template + ".jte", model, page);
    ctx.html(page.toString());
  }
}
