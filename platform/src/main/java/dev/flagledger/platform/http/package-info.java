/**
 * The manners of the HTTP interface, the same at every door: how a body is read, how it is refused, and what stands in
 * the headers. They are those of Django REST Framework, which Flagsmith's clients have learnt.
 */
@NullMarked
package dev.flagledger.platform.http;

import org.jspecify.annotations.NullMarked;
