/** Invoices over the API: ask for one, change it, look it up, show it. */
@NullMarked
package ecpay.app.web.api.invoice;

import org.jspecify.annotations.NullMarked;
