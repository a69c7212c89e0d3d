package dev.flagledger.query.event;

import dev.flagledger.query.event.format.EventFormat;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Maps {@code GET} of a list of events: a page of JSON, or a stream of all matches in an {@link EventFormat}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping(
        method = RequestMethod.GET,
        produces = {MediaType.APPLICATION_JSON_VALUE, EventFormat.LINES_TYPE, EventFormat.SHEET_TYPE})
@interface EventList {}
