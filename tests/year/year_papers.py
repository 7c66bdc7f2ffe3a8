"""The content of the papers of an invented office and year."""

from __future__ import annotations

from typing import Final

OFFICE: Final = """\
content: 2
name: สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมติ เขต 9
short_name: สพป.สมมติ เขต 9
parent: สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน
letter_code: ศธ 04999
address: [ถนนสมมติ, จังหวัดสมมติ 99000]
director:
  - {person: ผอเก่า, until: 31 มีนาคม 2569}
  - {person: ผอใหม่, since: 1 เมษายน 2569}
groups:
  - {id: อำนวยการ, name: กลุ่มอำนวยการ}
  - {id: นโยบาย, name: กลุ่มนโยบายและแผน}
"""
PEOPLE: Final = """\
people:
  - {id: ผอเก่า, prefix: นาย, first_name: เก่า, last_name: นามสมมติ, position: ผู้อำนวยการสำนักงาน}
  - {id: ผอใหม่, prefix: นาง, first_name: ใหม่, last_name: นามสมมติ, position: ผู้อำนวยการสำนักงาน}
  - id: แผน
    prefix: นาย
    first_name: แผน
    last_name: นามสมมติ
    posts:
      - {position: นักวิเคราะห์นโยบายและแผน, until: 31 มีนาคม 2569}
      - {position: ผู้อำนวยการกลุ่มนโยบายและแผน, since: 1 เมษายน 2569}
  - id: วรรณา
    prefix: นาง
    first_name: วรรณา
    last_name: นามสมมติ
    position: นักวิชาการศึกษา
    until: 30 เมษายน 2569
  - id: ทดแทน
    prefix: นาย
    first_name: ทดแทน
    last_name: นามสมมติ
    position: ศึกษานิเทศก์
    since: 1 พฤษภาคม 2569
"""
ORDER: Final = """\
kind: order
subject: แต่งตั้งคณะกรรมการงานตัวอย่าง {number}
cause: [ด้วยสำนักงานเขตพื้นที่การศึกษาจะดำเนินงานตามแผน]
committees:
  - name: คณะกรรมการงานตัวอย่าง {number}
    members:
      - {{person: แผน, role: ประธานกรรมการ}}
      - {{person: {secretary}, role: กรรมการและเลขานุการ}}
    duties: [ดำเนินงานให้แล้วเสร็จ]
"""
AMENDING_ORDER: Final = """\
kind: order
subject: แก้ไขเพิ่มเติมคำสั่งแต่งตั้งคณะกรรมการงานตัวอย่าง 3
cause: [ตามที่นางวรรณาได้ย้ายไปปฏิบัติราชการที่อื่น]
amends: {number: 1, date: 5 มกราคม 2569, subject: แต่งตั้งคณะกรรมการงานตัวอย่าง 3}
changes:
  - leave: [วรรณา]
    join: [{person: ทดแทน, role: กรรมการและเลขานุการ}]
"""
MEMO: Final = """\
kind: memo
subject: รายงานผลงานตัวอย่าง {number}
owner: นโยบาย
text: [ตามที่ได้รับมอบหมาย บัดนี้ดำเนินการเสร็จแล้ว]
signature: {{by: แผน}}
"""
LETTER: Final = """\
kind: letter
subject: ขอเชิญร่วมงานตัวอย่าง {number}
to: ผู้อำนวยการโรงเรียนสมมติ
text: [ด้วยสำนักงานเขตพื้นที่การศึกษาจะจัดงานตัวอย่าง จึงขอเชิญเข้าร่วม]
"""
CIRCULAR: Final = """\
kind: letter
circular: true
separate_files: true
subject: แจ้งกำหนดการตรวจเยี่ยม
recipients:
  - {to: ผู้อำนวยการโรงเรียนบ้านหนึ่ง, key: r1}
  - {to: ผู้อำนวยการโรงเรียนบ้านสอง, key: r2}
text: [ด้วยสำนักงานเขตพื้นที่การศึกษากำหนดตรวจเยี่ยมโรงเรียน จึงแจ้งให้ทราบ]
"""
ANNOUNCEMENT: Final = """\
kind: announcement
subject: มาตรฐานการให้บริการตัวอย่าง {number}
text: [ด้วยสำนักงานเขตพื้นที่การศึกษาได้กำหนดมาตรฐาน จึงประกาศให้ทราบ]
"""
MINUTES: Final = """\
kind: minutes
number: 1
date: 15 กรกฎาคม 2569
begins: 09.30 น.
ends: 12.00 น.
place: ห้องประชุมสมมติ
order: orders/o03
recorder: ทดแทน
considered:
  - {title: แผนงานตัวอย่าง, text: [ที่ประชุมพิจารณาแผนงาน], resolution: เห็นชอบ}
"""
