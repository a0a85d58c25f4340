"""The parts of the administrator's side, each alone: names of uploads, the password, tries of it, accounts of work."""

import io
import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.types import Outcome, Progress
from ui.admin_adding import BadFolderError, folder_within
from ui.admin_password import Password, PasswordError
from ui.admin_store import DATABASE, SIGNED_IN, TRIES, WITHIN, AdminStore, Asked
from ui.admin_uploads import UPLOADS, UploadError, receive, safe_name
from ui.admin_work import ASKED, BEGUN, CANCELLED, ENDED, WORK, Workshop
from ui.progress_file import Account, read_account, written_to

NOON = 1_000_000  # seconds: any moment will do


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("minutes.pdf", "minutes.pdf"),
        ("Minutes of 5 May (draft), p. 1.PDF", "Minutes of 5 May (draft), p. 1.pdf"),
        ("Cyngor Sir Gâr – cofnodion.pdf", "Cyngor Sir Gâr – cofnodion.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),  # a way out of the folder
        (r"C:\papers\a.pdf", "a.pdf"),  # a path of another system
        ("/.hidden.pdf", "hidden.pdf"),
        ("-rf.pdf", "rf.pdf"),  # an option of a command
        ("<script>.pdf", "_script_.pdf"),
        ("a\u202efdp.exe.pdf", "afdp.exe.pdf"),  # an override of the reading direction
        ("a\nb\x00.pdf", "a b.pdf"),
        ("....pdf", "paper.pdf"),
        ("x" * 400 + ".pdf", "x" * 150 + ".pdf"),
        ("é" * 400 + ".pdf", "é" * 75 + ".pdf"),  # two bytes each
    ],
)
def test_an_upload_has_a_name_that_does_no_harm(given_name: str, name: str) -> None:
    assert safe_name(given_name) == name


@pytest.mark.parametrize("name", ["", ".pdf", "a.exe", "a.pdf.exe", "pdf", "a.pdf/", "a.pdf\x00.exe"])
def test_what_is_no_name_of_a_paper_is_refused(name: str) -> None:
    with pytest.raises(UploadError, match=r"is no paper that can be read: give files that end in .*\.pdf"):
        safe_name(name)


@given(st.text(max_size=300))
def test_no_name_leads_out_of_the_folder_or_is_hidden(stem: str) -> None:
    name = safe_name(f"{stem}x.pdf")
    assert Path(name).name == name
    assert name[0] not in ".-"
    assert len(name.encode()) <= 160
    assert safe_name(name) == name


def test_the_same_upload_lies_there_once_and_another_of_its_name_beside_it(tmp_path: Path) -> None:
    paths = [receive(tmp_path, "a.pdf", io.BytesIO(contents)) for contents in (b"one", b"two", b"one", b"two")]
    assert [path.name for path in paths] == ["a.pdf", "a (2).pdf", "a.pdf", "a (2).pdf"]
    assert sorted(path.name for path in (tmp_path / UPLOADS).iterdir()) == ["a (2).pdf", "a.pdf"]


@pytest.mark.parametrize(
    "written",
    ["secret", "scrypt:17:8:1:x", "scrypt:40:8:1:c2FsdHNhbHRzYWx0c2FsdA==:" + "QUFB" * 11, "md5:17:8:1:QUFB:QUFB",
     "scrypt:17:8:1::", "scrypt:17:999:1:c2FsdHNhbHRzYWx0c2FsdA==:QUFB"],
)  # fmt: skip
def test_a_setting_that_is_no_hash_is_refused(written: str) -> None:
    with pytest.raises(PasswordError, match="MINUTEBOOK_ADMIN is no hash of a password"):
        Password.read(written)


def test_a_hash_has_its_own_salt_and_nothing_that_a_shell_would_change() -> None:
    first, second = Password.of("four plain words", cost=10), Password.of("four plain words", cost=10)
    assert first.written() != second.written()
    assert Password.read(second.written()).proves("four plain words")
    assert not second.proves("four plain word")
    assert not set(first.written()) & set("$`\\'\"! ")


def test_a_session_ends_with_its_time_its_password_and_its_signing_out(tmp_path: Path) -> None:
    store = AdminStore(tmp_path)
    assert not store.signed_in("guessed", "hash", NOON)
    token = store.sign_in("hash", NOON)
    assert store.signed_in(token, "hash", NOON + SIGNED_IN - 1)
    assert not store.signed_in(token, "hash", NOON + SIGNED_IN)
    assert not store.signed_in(token, "another hash", NOON)
    AdminStore(tmp_path).sign_out(token)  # as another process
    assert not store.signed_in(token, "hash", NOON)
    assert token.encode() not in (tmp_path / DATABASE).read_bytes()
    assert oct((tmp_path / DATABASE).stat().st_mode)[-3:] == "600"


def test_tries_are_counted_by_place_over_all_processes_and_forgotten_in_time(tmp_path: Path) -> None:
    tried = [AdminStore(tmp_path).may_try("192.0.2.1", NOON + second) for second in range(TRIES + 1)]
    assert tried == [True] * TRIES + [False]
    store = AdminStore(tmp_path)
    assert store.may_try("192.0.2.2", NOON)
    assert not store.may_try("192.0.2.1", NOON + WITHIN - 1)
    assert store.may_try("192.0.2.1", NOON + WITHIN)  # the first of them is that long ago
    store.forgive("192.0.2.1")
    assert [store.may_try("192.0.2.1", NOON + WITHIN) for _ in range(TRIES)] == [True] * TRIES
    assert b"192.0.2" not in (tmp_path / DATABASE).read_bytes()


def test_questions_are_listed_newest_first_and_forgotten_without_a_trace(tmp_path: Path) -> None:
    store = AdminStore(tmp_path)
    assert (store.keeps_questions(), store.questions(0, 9)) == (False, (0, ()))
    asked = [Asked("2026-11-24 09:41", f"about the fountain {number}", "answered") for number in range(3)]
    for one in asked:
        store.note(one)
    assert store.questions(0, 2) == (3, (asked[2], asked[1]))
    assert store.questions(2, 2) == (3, (asked[0],))
    store.clear_questions()
    assert store.questions(0, 9) == (0, ())
    assert b"fountain" not in (tmp_path / DATABASE).read_bytes()


def test_an_account_tells_how_far_an_ingestion_has_come(tmp_path: Path) -> None:
    path = tmp_path / "account"
    assert read_account(path) is None
    read = Outcome("ä.pdf", "/ä.pdf", "read", None, "minutes", "Cabinet", date(2025, 3, 6), 4, 9)
    failed = Outcome("b.pdf", "/b.pdf", "failed", "b.pdf: not a PDF")
    with written_to(path) as write:
        for step in (Progress(0, 3, 1), Progress(0, 3, 9), Progress(1, 3, 9, read), Progress(2, 3, 9, failed)):
            write(step)
    assert read_account(path) == Account(2, 3, 9, (read, failed))
    whole = path.read_bytes()
    path.write_bytes(whole[:-5])  # of a process that was killed while it wrote
    assert read_account(path) == Account(1, 3, 9, (read,))


def test_a_folder_that_is_not_open_is_refused_whatever_its_name_begins_with(tmp_path: Path) -> None:
    (tmp_path / "papers" / "2025").mkdir(parents=True)
    (tmp_path / "papers-private").mkdir()
    opened = (tmp_path / "papers",)
    assert folder_within(f" {tmp_path}/papers/2025/ ", opened) == tmp_path / "papers" / "2025"
    for typed in (f"{tmp_path}/papers-private", f"{tmp_path}", f"{tmp_path}/papers/../papers-private", "~"):
        with pytest.raises(BadFolderError, match="is not open to this page"):
            folder_within(typed, opened)
    with pytest.raises(BadFolderError, match="No folder is open to this page"):
        folder_within(f"{tmp_path}/papers", ())


@pytest.mark.parametrize(
    ("files", "state"),
    [
        ((BEGUN, ENDED), "done"),
        ((BEGUN,), "stopped"),  # by a kill or a restart of the machine
        ((), "stopped"),
        ((BEGUN, CANCELLED), "cancelled"),
        ((BEGUN, CANCELLED, ENDED), "done"),  # it was quicker than its end
    ],
)
def test_work_whose_process_is_gone_is_told_by_what_it_left(tmp_path: Path, files: tuple[str, ...], state: str) -> None:
    folder = tmp_path / WORK / "20261124-094100-0123abcd"
    folder.mkdir(parents=True)
    asked = {"what": "add", "about": "a.pdf", "at": "2026-11-24T09:41:00+00:00", "arguments": []}
    (folder / ASKED).write_text(json.dumps(asked), encoding="utf-8")
    (folder / "alive").write_text(str(os.getpid()), encoding="utf-8")  # a number that is now another process's
    for name in files:
        (folder / name).write_text("0", encoding="utf-8")
    workshop = Workshop(tmp_path)
    [work] = workshop.all()
    assert (work.state, work.over, work.about) == (state, True, "a.pdf")
    workshop.cancel(work.name)  # ends nothing: this process goes on


@pytest.mark.parametrize("name", ["", "..", "../..", "20261124-094100-0123abcd/..", "turn.lock"])
def test_no_name_of_work_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / WORK).mkdir()
    (tmp_path / WORK / ASKED).write_text("{}", encoding="utf-8")
    (tmp_path / ASKED).write_text("{}", encoding="utf-8")
    assert Workshop(tmp_path).find(name) is None
