package dev.flagledger.contract.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.junit.jupiter.api.Test;

class VirtualThreadHandlerTest {

    @Test
    void anErrorIsAnswered() throws Exception {
        assertThat(answer(new Handler.Abstract() {
                    @Override
                    public boolean handle(Request request, Response response, Callback callback) {
                        throw new StackOverflowError();
                    }
                }))
                .startsWith("HTTP/1.1 500 ");
    }

    @Test
    void aRequestThatNothingHandlesIsNotFound() throws Exception {
        assertThat(answer(new Handler.Wrapper())).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void aRequestIsHandledOnAThreadOfTheExecutor() throws Exception {
        assertThat(answer(LocalServer.echo(
                        _ -> String.valueOf(Thread.currentThread().isVirtual()))))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("true");
    }

    @Test
    void theHandlerItselfIsNonBlocking() {
        var blocking = LocalServer.echo(_ -> "");

        assertThat(blocking.getInvocationType()).isEqualTo(InvocationType.BLOCKING);
        assertThat(new VirtualThreadHandler(blocking, Runnable::run).getInvocationType())
                .isEqualTo(InvocationType.NON_BLOCKING);
    }

    private static String answer(Handler blocking) throws Exception {
        return LocalServer.answer("GET", "/", "", new VirtualThreadHandler(blocking, Thread::startVirtualThread));
    }
}
