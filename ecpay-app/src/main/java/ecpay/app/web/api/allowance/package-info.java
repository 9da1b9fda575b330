/** Allowances over the API: ask for one, take it back, show it. */
@NullMarked
package ecpay.app.web.api.allowance;

import org.jspecify.annotations.NullMarked;
