/**
 * The HTTP server: what every request meets before and after its route. Routes are contributed by
 * the rooms below, one per kind of caller.
 */
@NullMarked
package ecpay.app.web;

import org.jspecify.annotations.NullMarked;
