/** Reads JSON requests strictly, reporting everything wrong with them, and writes JSON answers. */
@NullMarked
package ecpay.app.web.json;

import org.jspecify.annotations.NullMarked;
