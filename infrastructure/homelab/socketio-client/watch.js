// Signs in and writes what it is told, an event a line, until a monitor beats. Usage: watch.js URL TRANSPORTS USERNAME PASSWORD
import { io } from "socket.io-client";

const [url, transports, username, password] = process.argv.slice(2);
const socket = io(url, { transports: transports.split(","), reconnection: false, forceNew: true });
const write = (event, args) => console.log(JSON.stringify({ event, args, transport: socket.io.engine?.transport?.name }));

socket.onAny((event, ...args) => {
  write(event, args);
  if (event === "heartbeat") {
    socket.disconnect();
    process.exit(0);
  }
});
socket.on("connect", () => {
  // A client that may change to a WebSocket does so before it signs in, so that what follows shows how it got there.
  const engine = socket.io.engine;
  if (transports === "polling,websocket" && engine.transport.name === "polling") {
    engine.once("upgrade", () => signIn());
  } else {
    signIn();
  }
});
socket.on("connect_error", (error) => {
  write("connect_error", [error.message]);
  process.exit(1);
});

function signIn() {
  socket.emit("login", { username, password, token: "" }, (answer) => write("login answer", [answer]));
}

setTimeout(() => process.exit(2), 60_000);
