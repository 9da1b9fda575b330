/**
 * What merchants' systems call, with a bearer key: {@code /api/v1}, as {@code openapi.yaml} says.
 */
@NullMarked
package ecpay.app.web.api;

import org.jspecify.annotations.NullMarked;
