/** Files for bookkeeping, written into the answer while the books are read. */
@NullMarked
package ecpay.app.web.api.export;

import org.jspecify.annotations.NullMarked;
