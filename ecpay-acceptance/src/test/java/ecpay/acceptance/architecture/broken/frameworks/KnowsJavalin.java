package ecpay.acceptance.architecture.broken.frameworks;

import com.google.inject.Module;
import io.javalin.http.Context;

/** Breaks "only the app knows Javalin" and "only the modules know Guice". */
public record KnowsJavalin(Context context, Module module) {}
