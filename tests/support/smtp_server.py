#!/usr/bin/python3
"""A real SMTP server for tests: smtp_server.py FOLDER [--port N] [--tls CERT KEY] [--user NAME PASSWORD] [--lose N]

Prints "port N" and keeps each letter that it took as FOLDER/000001.json: {"from", "to", "tls", "user", "data"}.
Who the letter is to decides what becomes of it:
    nobody@…   550 to the address           full@…   552 to the letter
    busy@…     451 to the address, once     late@…   451 to the letter, always
    --sender-refused    550 to every sender
    --lose N            takes the first N letters and breaks off before it says so
"""
import argparse
import asyncio
import json
import pathlib
import ssl

from aiosmtpd.smtp import SMTP, AuthResult

asked = argparse.ArgumentParser()
asked.add_argument("folder", type=pathlib.Path)
asked.add_argument("--port", type=int, default=0)
asked.add_argument("--tls", nargs=2)
asked.add_argument("--user", nargs=2)
asked.add_argument("--lose", type=int, default=0)
asked.add_argument("--sender-refused", action="store_true")
options = asked.parse_args()


class Keeper:
    def __init__(self):
        self.taken = len(list(options.folder.glob("*.json")))
        self.lost = 0
        self.busy = set()

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        if options.sender_refused:
            return "550 5.7.1 you may not send as that"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        name = address.split("@")[0]
        if name == "nobody":
            return "550 5.1.1 no such mailbox"
        if name == "busy" and address not in self.busy:
            self.busy.add(address)
            return "451 4.2.1 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].split("@")[0]
        if name == "full":
            return "552 5.2.2 the mailbox is full"
        if name == "late":
            return "451 4.3.0 try again later"
        self.taken += 1
        letter = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None,
                  "user": getattr(session, "auth_data", None) or "", "data": envelope.content.decode("utf-8")}
        written = options.folder / "letter.tmp"
        written.write_text(json.dumps(letter), encoding="utf-8")
        written.rename(options.folder / f"{self.taken:06}.json")
        if self.lost < options.lose:
            self.lost += 1
            server.transport.abort()
        return "250 taken"


def authenticate(server, session, envelope, mechanism, data):
    given = (data.login.decode(), data.password.decode())
    return AuthResult(success=given == tuple(options.user), handled=False, auth_data=given[0])


async def main():
    keeper = Keeper()
    context = None
    if options.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*options.tls)

    def session():
        more = {"tls_context": context, "require_starttls": True} if context else {}
        if options.user:
            more |= {"authenticator": authenticate, "auth_required": True, "auth_require_tls": bool(context)}
        return SMTP(keeper, hostname="mail.test", **more)

    server = await asyncio.get_running_loop().create_server(session, "127.0.0.1", options.port)
    print("port", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
