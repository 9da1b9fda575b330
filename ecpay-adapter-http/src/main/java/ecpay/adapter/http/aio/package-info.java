/**
 * AIO, the hosted services: forms signed with CheckMacValue, and how their answers are verified and
 * read.
 */
@NullMarked
package ecpay.adapter.http.aio;

import org.jspecify.annotations.NullMarked;
