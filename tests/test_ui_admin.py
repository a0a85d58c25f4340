"""The administrator's side over HTTP: who is let in, what a forged form can do, and all the work on papers."""

import http.client
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from admin_side import PASSWORD, SETTING, Administrator, paper, said, workers_of
from reading_room import run, served

from ui.admin_store import DATABASE, TRIES

MINUTES = (
    "Borough of Example",
    "Parks Committee",
    "Minutes of the meeting of the Parks Committee held on Monday 5 May 2025",
    "PRESENT: Councillor Ash (Chair)",
    "7. THE BANDSTAND",
    "RESOLVED: That the bandstand be painted green.",
)
PAGES = ("", "/add", "/papers", "/coverage", "/work", "/check", "/questions")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of one paper."""
    folder = tmp_path_factory.mktemp("admin")
    (folder / "papers").mkdir()
    paper(folder / "papers", "parks.pdf", *MINUTES)
    status, _, wrong = run("--library", str(folder / "library"), "ingest", str(folder / "papers"))
    assert (status, wrong) == (0, "")
    return folder / "library"


@pytest.fixture(scope="module")
def room(library: Path) -> Iterator[str]:
    """Serve it with an administrator, who may read the folder beside it."""
    with served(library, env={**SETTING, "MINUTEBOOK_FOLDERS": str(library.parent / "papers")}) as address:
        yield address


@pytest.fixture
def admin(room: str) -> Administrator:
    """Return an administrator who has signed in."""
    found = Administrator(room)
    assert found.sign_in().status_code == 303
    return found


def sha256_of(admin: Administrator, name: str) -> str:
    held = admin.client.get("/api/papers").json()["papers"]
    return str(next(one["sha256"] for one in held if one["paper"] == name))


def held(admin: Administrator) -> list[tuple[str, str | None, str | None]]:
    papers = admin.client.get("/api/papers").json()["papers"]
    return sorted((one["paper"], one["body"], one["held_on"]) for one in papers)


# Who is let in


@pytest.mark.parametrize("path", ["", "/", "/login", *PAGES[1:], "/papers/0123", "/work/20250101-000000-00000000"])
def test_without_a_password_set_there_is_no_such_page(address: str, path: str) -> None:
    answer = httpx.get(f"{address}/admin{path}")
    assert (answer.status_code, "There is no such page" in answer.text) == (404, True)
    sent, nowhere = (httpx.post(f"{address}/{at}", data={"token": "x"}) for at in (f"admin{path}", "nowhere"))
    assert (sent.status_code, sent.text) == (nowhere.status_code, nowhere.text)  # as any address that takes nothing
    assert sent.status_code == 405


def test_no_public_page_leads_to_the_administrator(room: str) -> None:
    for path in ("/", "/papers", "/meetings", "/decisions", "/about", "/accessibility", "/api/openapi.json"):
        assert "/admin" not in httpx.get(f"{room}{path}").text


@pytest.mark.parametrize("path", [f"/admin{page}" for page in PAGES] + ["/admin/papers/0123", "/admin/work/x"])
def test_whoever_is_not_signed_in_is_sent_to_the_login(room: str, path: str) -> None:
    answer = httpx.get(f"{room}{path}", cookies={"minutebook-admin": "guessed"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/admin/login")


def test_the_session_is_kept_from_scripts_other_sites_and_caches(room: str) -> None:
    plain, secure = Administrator(room), Administrator(room)
    secure.client.headers["x-forwarded-proto"] = "https"
    [cookie] = [one for one in plain.sign_in().headers.get_list("set-cookie") if one.startswith("minutebook-admin=")]
    assert re.fullmatch(r"minutebook-admin=[\w-]{43}; HttpOnly; Max-Age=28800; Path=/admin; SameSite=strict", cookie)
    assert "; Secure" in secure.client.get("/admin/login").headers["set-cookie"]
    assert plain.client.get("/admin").headers["cache-control"] == "no-store"


def test_a_wrong_password_is_refused_and_the_sixth_try_is_not_even_looked_at(room: str) -> None:
    guesser = Administrator(room, place="203.0.113.9")
    for _ in range(TRIES):
        answer = guesser.sign_in("four plain words there")
        assert (answer.status_code, "That is not the password." in answer.text) == (403, True)
    answer = guesser.sign_in(PASSWORD)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "900")
    assert "minutebook-admin" not in guesser.client.cookies
    assert Administrator(room, place="203.0.113.10").sign_in().status_code == 303  # another place is not locked out


def test_signing_out_ends_the_session_itself(admin: Administrator) -> None:
    token = admin.client.cookies["minutebook-admin"]
    assert admin.send("/admin/logout").headers["location"] == "/admin/login"
    admin.client.cookies.set("minutebook-admin", token)
    assert admin.client.get("/admin").headers["location"] == "/admin/login"


def test_a_login_form_of_another_page_signs_nobody_in(room: str) -> None:
    answer = httpx.post(f"{room}/admin/login", data={"token": "0" * 64, "password": PASSWORD})
    assert (answer.status_code, "That page was too old" in answer.text) == (403, True)


@pytest.mark.parametrize(
    "path",
    ["/logout", "/upload", "/folder", "/check", "/questions/keep", "/questions/forget", "/papers/{}/correct",
     "/papers/{}/undo", "/papers/{}/withdraw", "/papers/{}/readmit", "/work/20250101-000000-00000000/cancel"],
)  # fmt: skip
def test_a_forged_form_does_nothing(admin: Administrator, path: str) -> None:
    before = held(admin)
    place = f"/admin{path.format(sha256_of(admin, 'parks.pdf'))}"
    fields = {"token": "0" * 64, "reason": "forged", "body": "Moon", "keep": "yes", "folder": "/"}
    answer = admin.client.post(place, data=fields)
    assert (answer.status_code, "did not come from this page" in answer.text) == (403, True)
    assert (held(admin), admin.client.get("/admin").status_code) == (before, 200)


def test_a_setting_that_is_no_hash_is_told_of_before_anything_is_served(library: Path) -> None:
    status, _, wrong = run("--library", str(library), "serve", "--port", "0", env={"MINUTEBOOK_ADMIN": "secret"})
    assert (status, wrong) == (
        2, "MINUTEBOOK_ADMIN is no hash of a password: make one with `minutebook admin-password`\n"
    )  # fmt: skip


# Adding papers


def test_uploaded_papers_can_be_asked_about_at_once(admin: Administrator, library: Path, tmp_path: Path) -> None:
    roads = paper(tmp_path, "a.pdf", *MINUTES[:4], "8. THE POND", "RESOLVED: That the pond be dredged by volunteers.")
    private = paper(tmp_path, "b.pdf", "Borough of Example", "NOT FOR PUBLICATION", *MINUTES[2:4],
                    "Exempt by virtue of paragraph 3 of Schedule 12A of the Local Government Act 1972",
                    "9. THE LEASE", "RESOLVED: That the lease be surrendered.")  # fmt: skip
    told = admin.finished(admin.upload(("../../the <b>pond</b>.pdf", roads), ("lease.pdf", private), ("x.pdf", b"x")))
    assert "What became of each paper: 1 failed, 1 refused, 1 read" in told
    assert "b_.pdf read minutes, Parks Committee, 2025-05-05, 1 page" in told
    assert "lease.pdf refused marked as exempt" in told
    answer = admin.client.get("/api/ask", params={"q": "what was agreed on the pond"}).json()
    assert answer["citations"][0]["quote"] == "That the pond be dredged by volunteers."
    # what is not held does not stay on the machine, and no name leads out of the folder
    assert [path.name for path in (library / "uploads").iterdir()] == [answer["citations"][0]["paper"]]
    assert check(library) == (0, "The library is whole.\n")


def check(library: Path) -> tuple[int, str]:
    status, said_by_check, _ = run("--library", str(library), "check")
    return status, said_by_check


def test_what_is_no_paper_or_too_much_is_refused(admin: Administrator, room: str) -> None:
    answer = admin.upload(("run.exe", b"MZ"))
    assert (answer.status_code, "run.exe is no paper that can be read" in answer.text) == (400, True)
    answer = admin.send("/admin/upload")
    assert (answer.status_code, "No file was given" in answer.text) == (400, True)
    connection = http.client.HTTPConnection(room.removeprefix("http://"))
    cookies = f"minutebook-admin={admin.client.cookies['minutebook-admin']}"
    connection.putrequest("POST", "/admin/upload")
    for name, value in (("cookie", cookies), ("content-type", "multipart/form-data; boundary=x"),
                        ("content-length", "2000000000")):  # fmt: skip
        connection.putheader(name, value)
    connection.endheaders()
    refusal = connection.getresponse()  # before any of it is sent
    assert (refusal.status, "That is more than 1000 MB at once" in refusal.read().decode()) == (400, True)
    connection.close()


def test_a_folder_is_read_only_where_it_was_opened(admin: Administrator, library: Path) -> None:
    opened = library.parent / "papers"
    (opened / "away").symlink_to("/usr")
    try:
        for typed, words in (
            ("/usr", "is not open to this page"),
            (f"{opened}/../library", "is not open to this page"),
            (f"{opened}/away", "is not open to this page"),
            (f"{opened}/nowhere", "is not a folder of the machine"),
            ("papers", "Give the whole path"),
        ):
            answer = admin.send("/admin/folder", folder=typed)
            assert (answer.status_code, words in said(answer.text)) == (400, True), typed
    finally:
        (opened / "away").unlink()
    paper(opened, "bench.pdf", *MINUTES[:4], "9. THE BENCH", "RESOLVED: That the bench be repaired.")
    told = admin.finished(admin.send("/admin/folder", folder=str(opened)))
    assert "Done. What became of each paper: 1 read, 1 skipped" in told


def test_work_outlives_the_server_and_is_found_again(library: Path, samples: Path) -> None:
    with served(library, env=SETTING) as address:
        first = Administrator(address)
        first.sign_in()
        contents = (samples / "families-2025-10-14-printed-minutes.pdf").read_bytes()
        started = first.upload(("families.pdf", contents))
        assert started.status_code == 303
    with served(library, env=SETTING) as address:  # the session outlives it too
        again = Administrator(address)
        again.client.cookies.update(first.client.cookies)
        assert "Adding papers: families.pdf" in again.read("/admin/work")
        assert "families.pdf read minutes, Families and Learning Scrutiny" in again.finished(started)


def test_work_can_be_ended_and_says_so(admin: Administrator, samples: Path) -> None:
    papers = [(path.name, path.read_bytes()) for path in sorted(samples.glob("*.pdf"))[:12]]
    started = admin.upload(*papers)
    admin.send(f"{started.headers['location']}/cancel")
    assert "Ended by you; what was done stays done." in admin.finished(started)


# What papers were taken for


def test_a_correction_is_shown_to_readers_and_can_be_taken_back(admin: Administrator) -> None:
    paper_page = f"/admin/papers/{sha256_of(admin, 'parks.pdf')}"
    before = held(admin)
    change = {"body": "Gardens Committee", "held_on": "2025-05-06", "reason": "The cover <b>names</b> another"}
    told = admin.finished(admin.send(f"{paper_page}/correct", **change))
    assert "parks.pdf is corrected: minutes, Gardens Committee, 2025-05-06, 1 page." in told
    assert ("parks.pdf", "Gardens Committee", "2025-05-06") in held(admin)
    answer = admin.client.get("/api/ask", params={"q": "what was agreed on the bandstand"}).json()
    assert answer["citations"][0]["label"] == (
        "Minute 7, resolution 1, Gardens Committee, 6 May 2025 (draft), PDF page 1 "
        "(body and date corrected by the library's keeper)"
    )
    page = admin.client.get(paper_page.removeprefix("/admin") + "/1").text
    told = r"Body and date corrected by the library&#39;s keeper on \d+ \w+ \d{4}: The cover &lt;b&gt;names"
    assert re.search(told, page)
    assert "It was read as: Parks Committee, 5 May 2025." in admin.read(paper_page)
    told = admin.finished(admin.send(f"{paper_page}/undo"))
    assert "parks.pdf is held as it was read again: minutes, Parks Committee, 2025-05-05, 1 page." in told
    assert held(admin) == before


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"body": "Parks Committee", "held_on": "2025-05-05", "reason": "why"}, "give another body or another date"),
        ({"body": "Moon", "held_on": "", "reason": " "}, "Say why"),
        ({"body": "", "held_on": "5 May", "reason": "why"}, "That is no date like 2025-02-25"),
    ],
)
def test_a_correction_that_says_too_little_changes_nothing(
    admin: Administrator, fields: dict[str, str], words: str
) -> None:
    paper_page = f"/admin/papers/{sha256_of(admin, 'parks.pdf')}"
    before = held(admin)
    answer = admin.send(f"{paper_page}/correct", **fields)
    assert words in admin.read(answer.headers["location"])
    assert held(admin) == before


def test_a_withdrawn_paper_is_gone_at_once_and_may_be_let_in_again(admin: Administrator, tmp_path: Path) -> None:
    swing = paper(tmp_path, "swing.pdf", *MINUTES[:4], "9. THE SWING", "RESOLVED: That the swing be oiled on Fridays.")
    admin.finished(admin.upload(("swing.pdf", swing)))
    sha256 = sha256_of(admin, "swing.pdf")
    answer = admin.send(f"/admin/papers/{sha256}/withdraw", reason="names a child")
    assert "The paper is withdrawn" in admin.read(answer.headers["location"])
    assert "oiled" not in admin.client.get("/api/ask", params={"q": "what was agreed on the swing"}).text
    assert admin.client.get(f"/papers/{sha256}.pdf").status_code == 404
    assert "swing.pdf refused withdrawn: names a child" in admin.finished(admin.upload(("swing.pdf", swing)))
    admin.send(f"/admin/papers/{sha256}/readmit")
    assert "swing.pdf read minutes, Parks Committee" in admin.finished(admin.upload(("swing.pdf", swing)))


def test_papers_are_searched_and_ordered(admin: Administrator) -> None:
    assert "1 paper Paper" in admin.read("/admin/papers?q=PARKS.pdf+2025")
    assert "0 papers Paper" in admin.read("/admin/papers?q=zeppelin")
    for order in ("name", "body"):
        assert admin.client.get(f"/admin/papers?order={order}").status_code == 200
    assert admin.client.get("/admin/papers?order=DROP").status_code == 422


def test_the_check_is_run_and_its_report_shown(admin: Administrator) -> None:
    assert "Done. The library is whole." in admin.finished(admin.send("/admin/check"))
    assert "Last: " in admin.read("/admin/check")


def test_coverage_says_what_is_held_of_each_body(admin: Administrator) -> None:
    assert "Parks Committee" in admin.read("/admin/coverage")


# Questions


def test_no_question_is_kept_until_that_is_turned_on_and_then_without_addresses(
    admin: Administrator, library: Path
) -> None:
    admin.client.get("/api/ask", params={"q": "what was agreed on the first fountain"})
    assert "Nothing. No question is written down" in admin.read("/about")
    assert "fountain" not in admin.read("/admin/questions")
    admin.send("/admin/questions/keep", keep="yes")
    assert "Questions are kept at present" in admin.read("/about")
    admin.client.get("/api/ask", params={"q": "what was agreed on the <b>second</b> fountain"})
    told = admin.read("/admin/questions")
    assert re.search(
        r"1 question kept, newest first .* what was agreed on the <b>second</b> fountain Nothing found", told
    )
    with sqlite3.connect(library / DATABASE) as database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(questions)")]
    assert columns == ["key", "minute", "question", "outcome"]
    stored = b"".join(path.read_bytes() for path in library.glob(f"{DATABASE}*"))
    assert b"192.0.2.1" not in stored
    admin.send("/admin/questions/keep", keep="no")
    admin.client.get("/api/ask", params={"q": "what was agreed on the third fountain"})
    assert "third" not in admin.read("/admin/questions")
    admin.send("/admin/questions/forget")
    assert "fountain" not in admin.read("/admin/questions")
    assert b"fountain" not in b"".join(path.read_bytes() for path in library.glob(f"{DATABASE}*"))


# The library's version


def test_health_and_the_page_about_the_library_name_the_same_version(admin: Administrator) -> None:
    health = admin.client.get("/health").json()
    assert {"status", "version", "format", "papers", "generation", "digest"} == health.keys()
    assert health["digest"] in admin.read("/about")
    assert f"Papers {health['papers']}" in admin.read("/admin")


def test_a_library_that_cannot_be_read_is_not_healthy(tmp_path: Path) -> None:
    with served(tmp_path / "library", env=SETTING) as address:
        answer = httpx.get(f"{address}/health")
        assert (answer.status_code, answer.json()["status"]) == (503, "failing")
        admin = Administrator(address)
        admin.sign_in()
        assert "No papers are held yet. Add the first." in admin.read("/admin")
        assert admin.client.get("/about").status_code == 200
        told = admin.finished(admin.upload(("first.pdf", paper(tmp_path, "a.pdf", *MINUTES))))
        assert "first.pdf read minutes, Parks Committee, 2025-05-05, 1 page" in told
        assert httpx.get(f"{address}/health").json()["papers"] == 1
        (tmp_path / "library" / "minutebook.sqlite").write_bytes(b"no database at all" * 999)
        answer = httpx.get(f"{address}/health")
        assert (answer.status_code, answer.json()["status"]) == (503, "failing")


# Several processes


def test_several_processes_share_sessions_and_see_the_same_library(library: Path, tmp_path: Path) -> None:
    with served(library, env=SETTING, workers=2) as address:
        first, second = workers_of(address)
        admin = Administrator(address)
        admin.client.headers["connection"] = "close"  # each request may be taken by either process
        assert admin.sign_in().status_code == 303
        gate = paper(tmp_path, "gate.pdf", *MINUTES[:4], "9. THE GATE", "RESOLVED: That the gate be hung again.")
        admin.finished(admin.upload(("gate.pdf", gate)))
        for silent in (first, second):
            os.kill(silent, signal.SIGSTOP)  # only the other one can answer now
            try:
                assert "Overview" in admin.client.get("/admin").text
                answer = admin.client.get("/api/ask", params={"q": "what was agreed on the gate"}).json()
                assert answer["citations"][0]["quote"] == "That the gate be hung again."
            finally:
                os.kill(silent, signal.SIGCONT)


# The command line


def test_the_command_prints_a_setting_that_lets_its_password_in() -> None:
    status, output, wrong = run("admin-password", stdin="four plain words here\n")
    assert (status, wrong) == (0, "")
    name, _, written = output.strip().partition("=")
    assert name == "MINUTEBOOK_ADMIN"
    code = "import sys; from ui.admin_password import Password; print(Password.read(sys.argv[1]).proves(sys.argv[2]))"
    for typed, right in (("four plain words here", "True"), ("four plain words there", "False")):
        done = subprocess.run([sys.executable, "-c", code, written, typed], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == right


def test_a_short_password_is_refused() -> None:
    status, output, wrong = run("admin-password", stdin="short\n")
    assert (status, output) == (2, "")
    assert wrong == "That password is too short: give 12 characters or more, such as four words\n"


def test_the_command_line_corrects_and_takes_back(library: Path) -> None:
    named = ("--library", str(library), "correct", "parks.pdf")
    status, output, _ = run(*named, "--date", "2025-05-07", "--reason", "misprinted")
    assert (status, output) == (0, "parks.pdf is corrected: minutes, Parks Committee, 2025-05-07, 1 page.\n")
    _, record, _ = run("--library", str(library), "minutes", "parks.pdf", "--json")
    assert json.loads(record)["meetings"][0]["held_on"] == "2025-05-07"
    status, output, _ = run(*named, "--undo")
    assert (status, output) == (
        0, "parks.pdf is held as it was read again: minutes, Parks Committee, 2025-05-05, 1 page.\n"
    )  # fmt: skip
    for wrongly in (("--reason", "why"), ("--body", "Moon"), ("--undo", "--reason", "why")):
        status, output, wrong = run(*named, *wrongly)
        assert (status, output, wrong.count("\n")) == (2, "", 1)
