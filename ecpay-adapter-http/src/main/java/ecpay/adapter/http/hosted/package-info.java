/** AIO's payments: the form that leads to the hosted page, its queries and its notices. */
@NullMarked
package ecpay.adapter.http.hosted;

import org.jspecify.annotations.NullMarked;
