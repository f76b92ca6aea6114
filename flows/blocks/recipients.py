"""Recipients as a block, for teams who keep them outside the workbook."""

from __future__ import annotations

from typing import ClassVar, Literal

from prefect.blocks.core import Block
from pydantic import BaseModel, ConfigDict, HttpUrl, field_validator

from flows.blocks.ours import DISCREET, asked, mark, one_address


class Person(BaseModel):
    """One who gets an edition; the same columns as the workbook's sheet of recipients."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = asked("Name", "As it stands in the greeting.", "")
    email: str = asked("E-mail", "One address.", min_length=1)
    language: Literal["en", "fr"] = asked("Language", "Of the mail and of the PDF with it.", "en")
    group: str = asked("Group", "Such as press or board; an edition can be sent to one group.", "")
    topics: list[str] = asked(
        "Topics",
        "The organisations this person follows, by their names in the workbook; none means all of them.",
        [],
    )

    @field_validator("email")
    @classmethod
    def is_one_address(cls, typed: str) -> str:
        """One address."""
        return one_address(typed)

    @field_validator("topics")
    @classmethod
    def are_named(cls, typed: list[str]) -> list[str]:
        """The topics, each with a name."""
        if not all(topic.strip() for topic in typed):
            raise ValueError("A topic is empty; type an organisation’s name, or take the line away.")
        return [topic.strip() for topic in typed]


class Recipients(Block):
    """Who gets an edition."""

    model_config = DISCREET
    _block_type_name: ClassVar[str | None] = "Recipients (On Record)"
    _block_type_slug: ClassVar[str | None] = "on-record-recipients"
    _logo_url: ClassVar[HttpUrl | None] = mark("recipients")
    _description: ClassVar[str | None] = (
        "Who gets an edition, for teams who keep them outside the workbook. The block’s own name "
        "is the list’s name."
    )
    _code_example: ClassVar[str | None] = """
    ```python
    from flows.blocks.recipients import Recipients

    for person in Recipients.load("subscribers").people:
        print(person.email, person.language, person.topics)
    ```
    """

    people: list[Person] = asked("People", "One entry for each.", min_length=1)

    @field_validator("people")
    @classmethod
    def are_listed_once(cls, people: list[Person]) -> list[Person]:
        """The people, none of them twice: each reader is written to once."""
        seen: set[str] = set()
        for person in people:
            if person.email.lower() in seen:
                raise ValueError(f"{person.email} is listed twice; take one of the two away.")
            seen.add(person.email.lower())
        return people
