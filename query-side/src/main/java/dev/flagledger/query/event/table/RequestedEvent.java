package dev.flagledger.query.event.table;

/**
 * An event by what caused it.
 *
 * @param request the id of the request
 * @param type the stored name of the event
 */
public record RequestedEvent(String request, String type) {}
