import { spoken } from './index.js'
import { Problem, problemOf } from './problem.js'

const LONGEST_EDGE = 1920
const SMALL_ENOUGH = 600_000

/**
 * Sends one picture. Not by `fetch`, which cannot tell how far it is.
 * @param {Blob} file
 * @param {string} key the same for each try
 * @param {(share: number) => void} onProgress from 0 to 1
 * @returns {Promise<Api.Photo>}
 */
export async function upload(file, key, onProgress) {
  const form = new FormData()
  form.append('file', await shrunk(file), 'picture')
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/photos')
    request.setRequestHeader('X-Requested-With', 'JavaScript')
    request.setRequestHeader('Accept-Language', spoken())
    request.setRequestHeader('Idempotency-Key', key)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onerror = request.onabort = () => reject(new Problem({ status: 0 }))
    request.onload = () => {
      if (request.status < 300) resolve(request.response)
      else reject(problemOf(request, request.response))
    }
    request.send(form)
  })
}

/**
 * As small as it will be kept: a slow line carries a tenth. What this browser cannot draw is sent as it is.
 * @param {Blob} file
 */
async function shrunk(file) {
  if (file.size <= SMALL_ENOUGH) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const small = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
    return small instanceof Blob && small.size < file.size ? small : file
  } catch {
    return file
  }
}
