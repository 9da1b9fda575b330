package ecpay.app.web.api.key;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.access.NewKey;
import ecpay.app.reading.Times;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.api.ApiAccess;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.JsonFields;
import ecpay.app.web.json.Replies;
import ecpay.domain.merchant.ApiKey;
import ecpay.domain.merchant.ApiKeyId;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.usecase.ManageKeys;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/**
 * The API keys of the merchant that asks. A key itself is shown once, by the answer that adds it.
 */
public final class KeyRoutes implements Routes {
  private static final String KEYS = "/api/v1/keys";
  private static final int MOST_WITHDRAWN = 100;

  private final ManageKeys manage;
  private final ApiKeys keys;

  public KeyRoutes(ManageKeys manage, ApiKeys keys) {
    this.manage = manage;
    this.keys = keys;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(KEYS, this::list);
    routes.post(KEYS, DryRun.impossible(this::add));
    routes.delete(KEYS + "/{id}", DryRun.impossible(this::withdraw));
    routes.post(KEYS + "/withdraw-others", DryRun.impossible(this::withdrawOthers));
  }

  private void list(Context ctx) {
    ApiKey asking = ApiAccess.key(ctx);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    put(answer, "keys", keys.good(asking.merchant()), asking);
    put(answer, "withdrawn", keys.withdrawn(asking.merchant(), MOST_WITHDRAWN), asking);
    Replies.json(ctx, answer);
  }

  private void add(Context ctx) {
    ApiKey asking = ApiAccess.key(ctx);
    String name = JsonBody.read(ctx, KeyRoutes::name);
    NewKey made = NewKey.made();
    switch (manage.add(asking, name, made.sha256())) {
      case ManageKeys.Added(ApiKey key) -> {
        ctx.status(HttpStatus.CREATED);
        Replies.json(ctx, view(key, asking).put("key", made.text()));
      }
      case ManageKeys.TooMany _ ->
          new Problem(
                  ProblemCode.TOO_MANY_KEYS,
                  "a merchant has %d good keys at most: withdraw one first"
                      .formatted(ManageKeys.MOST))
              .answer(ctx);
      case ManageKeys.NoLongerGood _ -> throw ApiAccess.refusal(ctx);
    }
  }

  private static String name(JsonFields body) {
    String name = body.requiredText("name", "name");
    if (!ApiKey.isName(name)) {
      body.refuse("name", "has 1 to 50 characters");
    }
    return name;
  }

  private void withdraw(Context ctx) {
    ApiKey asking = ApiAccess.key(ctx);
    switch (manage.withdraw(asking, id(ctx))) {
      case ManageKeys.Withdrawn(ApiKey key) -> Replies.json(ctx, view(key, asking));
      case ManageKeys.TheLast _ ->
          new Problem(
                  ProblemCode.LAST_KEY,
                  "this is the last good key: add another one first, then withdraw this one")
              .answer(ctx);
      case ManageKeys.Unknown _ -> throw none();
      case ManageKeys.NoLongerGood _ -> throw ApiAccess.refusal(ctx);
    }
  }

  private static ApiKeyId id(Context ctx) {
    try {
      return new ApiKeyId(ctx.pathParam("id"));
    } catch (IllegalArgumentException _) {
      throw none();
    }
  }

  private static NotFoundResponse none() {
    return new NotFoundResponse("there is no such key; give its id, not the key itself");
  }

  private void withdrawOthers(Context ctx) {
    ApiKey asking = ApiAccess.key(ctx);
    List<ApiKey> withdrawn =
        manage.withdrawOthers(asking).orElseThrow(() -> ApiAccess.refusal(ctx));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    put(answer, "withdrawn", withdrawn, asking);
    Replies.json(ctx, answer);
  }

  private static void put(ObjectNode answer, String name, List<ApiKey> keys, ApiKey asking) {
    ArrayNode list = answer.putArray(name);
    keys.forEach(key -> list.add(view(key, asking)));
  }

  private static ObjectNode view(ApiKey key, ApiKey asking) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", key.id().value())
            .put("name", key.name())
            .put("addedAt", Times.iso(key.addedAt()));
    key.addedBy().ifPresent(by -> view.put("addedBy", by.value()));
    if (key.id().equals(asking.id())) {
      view.put("asking", true);
    }
    key.withdrawal()
        .ifPresent(end -> {
          view.put("withdrawnAt", Times.iso(end.at()));
          end.by().ifPresent(by -> view.put("withdrawnBy", by.value()));
        });
    return view;
  }
}
