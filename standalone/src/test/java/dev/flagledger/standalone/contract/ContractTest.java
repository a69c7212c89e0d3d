package dev.flagledger.standalone.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Valid responses pass the check, and invalid ones fail it. */
class ContractTest {

    private static final String PATH = "/api/v1/things/7/";
    private static final String JSON = "application/json";
    private static final String THING =
            "{\"id\":7,\"name\":\"x\",\"made\":\"2031-03-04T09:10:11Z\",\"maker\":{\"id\":1},\"parts\":[{\"id\":2}]}";

    private final Contract contract = Contract.of("""
            {
              "openapi": "3.1.0",
              "paths": {
                "/api/v1/things/": {
                  "post": {
                    "responses": {
                      "201": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                      "default": { "$ref": "#/components/responses/Other" }
                    }
                  }
                },
                "/api/v1/things/{id}/": {
                  "get": {
                    "responses": {
                      "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                      "default": { "$ref": "#/components/responses/Other" }
                    }
                  },
                  "delete": { "responses": { "204": {} } }
                },
                "/api/v1/things/count/": {
                  "get": { "responses": { "200": { "content": { "application/json": { "schema": { "type": "integer" } } } } } }
                }
              },
              "components": {
                "responses": {
                  "Other": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Detail" } } } }
                },
                "schemas": {
                  "Detail": { "type": "object", "required": ["detail"], "properties": { "detail": { "type": "string" } } },
                  "Author": { "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" } } },
                  "Named": {
                    "type": "object",
                    "required": ["name"],
                    "properties": { "name": { "type": "string" }, "maker": { "$ref": "#/components/schemas/Author" } }
                  },
                  "Thing": {
                    "allOf": [
                      { "$ref": "#/components/schemas/Named" },
                      {
                        "type": "object",
                        "required": ["id", "made"],
                        "properties": {
                          "id": { "type": "integer" },
                          "made": { "type": "string", "format": "date-time" },
                          "parts": { "type": "array", "items": { "oneOf": [{ "$ref": "#/components/schemas/Author" }] } },
                          "settings": { "type": "object" }
                        }
                      }
                    ]
                  }
                }
              }
            }
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET    | /api/v1/things/7/     | 200 | {"id":7,"name":"x","made":"2031-03-04T09:10:11.12Z"}
            GET    | /api/v1/things/7      | 200 | {"id":7,"name":"x","made":"2031-03-04T09:10:11Z","settings":{"any":[]}}
            GET    | /api/v1/things/count/ | 200 | 3
            POST   | /api/v1/things/       | 201 | {"id":7,"name":"x","made":"2031-03-04T09:10:11Z"}
            DELETE | /api/v1/things/       | 405 | {"detail":"no"}
            GET    | /api/v1/things/7/     | 406 | {"detail":"no"}
            GET    | /api/v1/things/7/     | 400 | {"detail":"no"}
            GET    | /elsewhere/           | 200 | {"what":"ever"}
            """)
    void aDescribedResponsePasses(String method, String path, int status, String body) {
        assertThatCode(() -> contract.check(new Answered(method, path, status, JSON, body)))
                .doesNotThrowAnyException();
    }

    @Test
    void emptyAndNotFoundResponsesPass() {
        assertThatCode(() -> {
                    contract.check(new Answered("GET", PATH, 200, JSON, THING));
                    contract.check(new Answered("DELETE", PATH, 204, "", ""));
                    contract.check(new Answered("GET", "/api/v1/nothing/", 404, JSON, "{\"message\":\"nothing\"}"));
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET    | /api/v1/others/   | 200 | application/json | {}                | no such route
            GET    | /api/v1/others/   | 404 | application/json | {"detail":"no"}   | no such route
            PUT    | /api/v1/things/7/ | 200 | application/json | {}                | no such method
            DELETE | /api/v1/things/7/ | 204 | application/json | ``                | promises no body
            DELETE | /api/v1/things/7/ | 204 | ``               | x                 | promises no body
            GET    | /api/v1/things/7/ | 418 | application/json | {"detail":"no"}   | this status
            GET    | /api/v1/things/7/ | 500 | application/json | {"detail":"no"}   | this status
            GET    | /api/v1/things/7/ | 200 | text/html        | x                 | promises [application/json]
            GET    | /api/v1/things/7/ | 400 | application/json | {"name":["no"]}   | 'detail' not found
            GET    | /api/v1/things/7/ | 405 | application/json | {"error":"no"}    | 'detail' not found
            """)
    void anUndescribedResponseFails(
            String method, String path, int status, String contentType, String body, String because) {
        assertThatThrownBy(() -> contract.check(new Answered(method, path, status, contentType, body)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(because);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "name":"x",              | ``                          | 'name' not found
            "name":"x"               | "name":null                 | null found, string expected
            2031-03-04T09:10:11Z     | yesterday                   | date-time
            "id":7                   | "id":7,"surprise":1         | surprise
            "maker":{"id":1}         | "maker":{"id":1,"age":3}    | age
            "parts":[{"id":2}]       | "parts":[{"id":2,"size":3}] | size
            """)
    void oneInvalidPropertyFails(String instead, String with, String because) {
        assertThatThrownBy(() -> contract.check(new Answered("GET", PATH, 200, JSON, THING.replace(instead, with))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(because);
    }
}
